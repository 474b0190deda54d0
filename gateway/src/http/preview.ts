/** The header `x-hub-release`: a request that names a preview is answered by the gateway of that preview, or refused. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { requestOptionsOf } from './caller-headers.ts'
import { allowOrigin } from './cross-origin.ts'
import type { Route } from './exchange.ts'

const header = 'x-hub-release'

/** Answers from the preview that the request names; as ever where it names none. */
export function orFromPreview(route: Route): Route {
  return (exchange) => {
    const { request, response, allowedOrigins, previews } = exchange
    const number = request.headers[header]
    if (number === undefined) return route(exchange)
    allowOrigin(request, response, allowedOrigins)
    if (!previews) throw notHere()
    return previews.use(String(number), requestOptionsOf(exchange).credentials ?? {}, (gateway) => {
      response.setHeader(header, number)
      return route({ ...exchange, gateway })
    })
  }
}

/** For what has no previews. */
export function withoutPreviews(route: Route): Route {
  return (exchange) => {
    if (exchange.request.headers[header] === undefined) return route(exchange)
    allowOrigin(exchange.request, exchange.response, exchange.allowedOrigins)
    throw notHere()
  }
}

function notHere(): HubError {
  return new HubError(
    'RELEASE_NOT_ALLOWED',
    'There are no previews here. Ask /graphql, without X-Hub-Release for what is served.',
  )
}
