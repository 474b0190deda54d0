/**
 * How a request to /graphql names a registered operation instead of sending its text: `documentId` (GraphQL
 * over HTTP, persisted documents), or the hash that Apollo's clients send. Nothing is registered: a text that
 * comes with its hash runs as any other.
 */
import { createHash } from 'node:crypto'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { RequestRefused } from './request-body.ts'
import type { DocumentName } from '../operation/trusted-documents.ts'

/** The registered operation that a body names; undefined where it sends a text, or nothing. Throws RequestRefused. */
export function documentNameIn(body: unknown): DocumentName | undefined {
  if (!isRecord(body)) return undefined
  const { documentId, extensions, query } = body
  const hasText = query !== undefined && query !== null
  if (documentId !== undefined && documentId !== null) {
    if (typeof documentId !== 'string' || documentId === '')
      throw new RequestRefused(400, '`documentId` is not a text.')
    if (hasText) throw new RequestRefused(400, 'Send `query` or `documentId`, not both.')
    return documentId
  }
  const persisted = isRecord(extensions) ? extensions['persistedQuery'] : undefined
  if (persisted === undefined || persisted === null) return undefined
  const { version, sha256Hash } = isRecord(persisted) ? persisted : {}
  if (version !== 1 || typeof sha256Hash !== 'string')
    throw new RequestRefused(400, '`extensions.persistedQuery` is { "version": 1, "sha256Hash": "…" }.')
  if (!hasText) return { sha256Hash }
  if (sha256Hash !== createHash('sha256').update(String(query)).digest('hex'))
    throw new RequestRefused(400, 'The hash in `extensions.persistedQuery` is not that of `query`.')
  return undefined
}

/** A body without what Apollo Server need not see: the hash of a text that came along, and an operation name that is empty, which is none. */
export function asText(body: unknown): unknown {
  if (!isRecord(body)) return body
  return Object.fromEntries(Object.entries(body).flatMap(asTextEntry))
}

/** The same of a query string. */
export function asTextSearch(search: string): string {
  const parameters = new URLSearchParams(search)
  if (parameters.get('operationName') === '') parameters.delete('operationName')
  const extensions = parameters.get('extensions')
  if (extensions?.includes('persistedQuery')) parameters.delete('extensions')
  return `?${parameters.toString()}`
}

function asTextEntry([name, value]: readonly [string, unknown]): readonly (readonly [string, unknown])[] {
  if (name === 'operationName' && value === '') return []
  if (name !== 'extensions' || !isRecord(value)) return [[name, value]]
  return [[name, Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'persistedQuery'))]]
}
