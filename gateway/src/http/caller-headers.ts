/** The caller of an HTTP request, its purpose and its options, from the request's headers. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Client } from '../usage/usage-counter.ts'
import type { RequestOptions } from '../operation/context.ts'
import { RequestRefused } from './request-body.ts'

/** Nothing else of the headers is believed; `from` is the network of the client. Throws RequestRefused. */
export function requestOptionsOf({
  request,
  response,
  from,
}: {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly from: string
}): RequestOptions {
  const onRefusal = request.headers['x-hub-on-refusal']
  if (onRefusal !== undefined && onRefusal !== 'null' && onRefusal !== 'fail')
    throw new RequestRefused(400, 'X-Hub-On-Refusal is `null` or `fail`.')
  // Node takes the first of two; a proxy before the hub may have looked at the other.
  if (
    request.headers.authorization !== undefined &&
    (request.headersDistinct['authorization']?.length ?? 0) > 1
  )
    throw new RequestRefused(400, 'Send one Authorization header.')
  return new HttpRequestOptions(request, response, from, isDryRun(request))
}

/** Whether the client wants to know what its request would take, and nothing run of it. Throws RequestRefused for a value that says neither. */
export function isDryRun({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const value = headers['x-hub-dry-run']
  if (value === undefined || value === 'false') return false
  if (value === 'true') return true
  throw new RequestRefused(400, 'X-Hub-Dry-Run is `true` or `false`.')
}

class HttpRequestOptions implements RequestOptions {
  readonly credentials: NonNullable<RequestOptions['credentials']>
  readonly wholeOrNothing: boolean
  readonly isGet: boolean
  readonly isDryRun: boolean
  readonly from: string
  readonly client: Client | undefined
  readonly #response: ServerResponse
  #gone: AbortSignal | undefined

  constructor({ headers, method }: IncomingMessage, response: ServerResponse, from: string, dryRun: boolean) {
    const purpose = headers['x-hub-purpose']
    this.credentials = {
      authorization: headers.authorization,
      purpose: Array.isArray(purpose) ? purpose.join() : purpose,
    }
    this.wholeOrNothing = headers['x-hub-on-refusal'] === 'fail'
    this.isGet = method !== 'POST'
    this.isDryRun = dryRun
    this.from = from
    const name = headers['x-hub-client'] ?? headers['apollographql-client-name']
    const version = headers['apollographql-client-version']
    this.client =
      typeof name === 'string' && name !== ''
        ? { name, version: typeof version === 'string' ? version : '' }
        : undefined
    this.#response = response
  }

  /** Made where something waits for a subgraph, which few requests in one process do. */
  get signal(): AbortSignal {
    return (this.#gone ??= leaving(this.#response))
  }
}

/** A signal that ends when the client closes before its answer is complete. */
function leaving(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  const leave = (): void => {
    if (!response.writableFinished) controller.abort()
  }
  if (response.closed) leave()
  else response.once('close', leave)
  return controller.signal
}
