/** What a registered operation or a URL may not ask for, and the errors that refuse it. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { parse, type DocumentNode } from 'graphql'
import type { TrustedDocument } from './trusted-documents.ts'

export type IsProtected = (document: DocumentNode) => boolean

/** A text that cannot be parsed asks for nothing; it is refused later. */
export function isProtectedText(query: string, isProtected: IsProtected): boolean {
  let document: DocumentNode
  try {
    document = parse(query, { noLocation: true })
  } catch {
    return false
  }
  return isProtected(document)
}

/** URLs are kept in logs and histories, which may not hold the id of a person. */
export function refusedInUrl(): HubError {
  return new HubError('POST_ONLY', 'The operation asks for protected fields: send it by POST.')
}

/** Tables are kept in files and histories, and no log would say of whom they are. */
export function noTableOfPeople(): HubError {
  return new HubError(
    'TABLE_NOT_ALLOWED',
    'The operation asks for protected fields, which are never given as a table. Ask /graphql, by POST.',
  )
}

export function noSuchOperation({ id }: TrustedDocument, name: string): HubError {
  return new HubError(
    'BAD_REQUEST',
    `The registered operation "${id}" has no operation "${name.slice(0, 100)}".`,
  )
}

export function changesSomething(): HubError {
  return new HubError('POST_ONLY', 'The operation is a mutation: send it by POST.')
}
