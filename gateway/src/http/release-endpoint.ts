/**
 * The release that is served, with the slices of all subgraphs: what `hub dev --base` composes a slice with. Slices name what the public may not know
 * of, so it is for tokens with the scope that `schemaUsage` asks for.
 */
import { requestOptionsOf } from './caller-headers.ts'
import type { Exchange } from './exchange.ts'
import { RequestRefused } from './request-body.ts'
import { sendJson, sentence } from './send.ts'

export const releasePath = '/release.json'

const scope = 'schema:read'

/** Throws HubError UNAUTHENTICATED, and RequestRefused without the scope. */
export async function answerRelease(exchange: Exchange): Promise<void> {
  const { gateway, response } = exchange
  const { access } = await gateway.authenticate(requestOptionsOf(exchange).credentials ?? {})
  if (!access.scopes.has(scope))
    throw new RequestRefused(403, `The release is for tokens with the scope ${scope}.`)
  const release = await gateway.sharedRelease?.()
  if (!release) return sendJson(response, 404, sentence('Nothing was released here.'))
  sendJson(response, 200, JSON.stringify(release))
}
