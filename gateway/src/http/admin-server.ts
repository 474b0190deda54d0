/**
 * Probes and metrics for operators, at a port of their own: clients of the graph cannot read them, and they
 * do not wait behind clients. Readiness and metrics are given by the caller.
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import { withoutNumbers } from '../operation/mask-errors.ts'
import type { Gateway } from '../operation/gateway.ts'
import type { Logger } from '../telemetry/log.ts'
import type { Readiness, Watched } from '../processes/watched.ts'
import { sendJson, sentence } from './send.ts'

/** Listening and closing are the caller's. */
export function createAdminServer(watched: Watched, logger: Logger): Server {
  return createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined
    if (!answer)
      return sendJson(response, 404, sentence(`There is nothing at ${path}. See /live, /ready and /metrics.`))
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET')
      return sendJson(response, 405, sentence('Use GET.'))
    }
    answer(watched, response).catch((error: unknown) => {
      logger.error({ err: error }, 'the admin port could not answer')
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, sentence('This failed; the log says why.'))
    })
  })
}

type AnswerAdmin = (watched: Watched, response: ServerResponse) => Promise<void>

const answers: Readonly<Record<string, AnswerAdmin>> = {
  '/live': (_watched, response) => {
    sendJson(response, 200, '{"live":true}')
    return Promise.resolve()
  },
  '/ready': async (watched, response) => {
    const readiness = await watched.readiness()
    sendJson(response, readiness.ready ? 200 : 503, JSON.stringify(readiness))
  },
  '/metrics': async (watched, response) => {
    const { contentType, text } = await watched.metrics()
    response.setHeader('content-type', contentType)
    sendJson(response, 200, text)
  },
}

/** Of a gateway in this process; `draining` says that the process is ending. */
export async function readinessOf(gateway: Gateway, draining: () => boolean): Promise<Readiness> {
  const [notReady, skew] = await Promise.all([gateway.unready(), gateway.skew()])
  const ready = notReady.length === 0 && !draining()
  const release = gateway.release?.()
  const isReleased =
    release && (release.number !== null || release.refused || release.unreadable !== undefined)
  const broken = gateway.brokenDocuments.map(({ id, reason }) => ({ id, reason: withoutNumbers(reason) }))
  return {
    ready,
    ...(!ready && { notReady }),
    ...(isReleased && { release }),
    ...(skew.length > 0 && { skew }),
    ...(broken.length > 0 && { brokenOperations: broken }),
  }
}
