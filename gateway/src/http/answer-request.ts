/**
 * What a request for a text and one for a registered operation have in common: whether the heavy process
 * answers it, its turn in a queue, and sending its answer.
 */
import type { ServerResponse } from 'node:http'
import type { PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import { limits, type OperationRequest } from '../limits/limits.ts'
import { jsonHeaders } from '../operation/engine-answer.ts'
import type { GatewayAnswer } from '../operation/gateway.ts'
import type { HeavyLane } from '../processes/heavy-process.ts'
import { isDryRun } from './caller-headers.ts'
import { compressFor } from './compression.ts'
import type { Exchange } from './exchange.ts'
import { heavyObjects } from './heavy-lane.ts'
import { sendJson } from './send.ts'

/** The heavy process, for an operation that would hold up others here; undefined for one that is answered here. */
export function laneFor(
  { gateway, lane, request }: Exchange,
  operation: () => OperationRequest,
): HeavyLane | undefined {
  if (!lane || isDryRun(request)) return undefined
  const objects = gateway.objectsOf(operation())
  return objects > heavyObjects && objects <= limits.objects ? lane : undefined
}

export function inTurn<Value>(
  { queue, request, from }: Exchange,
  act: () => PromiseOrValue<Value>,
): PromiseOrValue<Value> {
  if (!queue) return act()
  return queue.run(request.headers.authorization ?? from, async () => act())
}

export function sendAnswer(
  response: ServerResponse,
  status: number,
  answer: GatewayAnswer,
): void | Promise<void> {
  const type = response.getHeader('content-type')
  if (answer.headers !== jsonHeaders)
    for (const [name, value] of answer.headers) response.setHeader(name, value)
  if (type !== undefined) response.setHeader('content-type', type)
  if (answer.hasErrors) {
    response.removeHeader('etag')
    response.removeHeader('cache-control')
  }
  const trace = ['x-hub-trace', answer.traceId]
  const compressing = compressFor(response.req, answer.text)
  if (!compressing) return sendJson(response, status, answer.text, trace)
  response.appendHeader('vary', 'accept-encoding')
  const etag = response.getHeader('etag')
  if (typeof etag === 'string') response.setHeader('etag', `W/${etag}`)
  return compressing.then(({ encoding, body }) =>
    sendJson(response, status, body, ['content-encoding', encoding, ...trace]),
  )
}
