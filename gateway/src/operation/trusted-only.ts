/**
 * HUB_TRUSTED_ONLY: texts at /graphql are answered where they are those of registered operations, and others only to callers whose token says that
 * they may ask what they like, such as data scientists. Nothing of the schema is told to anyone else.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { TrustedDocuments } from './trusted-documents.ts'

/** With it a caller may ask any operation. */
export const adHocScope = 'operations:ad-hoc'

/** Throws HubError OPERATION_NOT_TRUSTED. */
export function refuseUntrusted(
  text: string,
  scopes: ReadonlySet<string>,
  documents: Pick<TrustedDocuments, 'findText'>,
): void {
  if (scopes.has(adHocScope) || documents.findText(text)) return
  throw new HubError(
    'OPERATION_NOT_TRUSTED',
    `This hub answers registered operations only. Register it (hub operations register) and ask by its id, or bring a token with the scope ${adHocScope}.`,
  )
}
