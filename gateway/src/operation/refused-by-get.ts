/** What a registered operation or a URL may not ask for, and how that is refused. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { parse, type DocumentNode } from 'graphql'
import type { TrustedDocument } from './trusted-documents.ts'

export type IsProtected = (document: DocumentNode) => boolean

/** What cannot be parsed asks for nothing; it is refused later. */
export function isProtectedText(query: string, isProtected: IsProtected): boolean {
  let document: DocumentNode
  try {
    document = parse(query, { noLocation: true })
  } catch {
    return false
  }
  return isProtected(document)
}

/** A URL ends up in logs and histories, where nobody's id may stand. */
export function refusedInUrl(): HubError {
  return new HubError('POST_ONLY', 'The operation asks for protected fields: send it by POST.')
}

export function noSuchOperation({ id }: TrustedDocument, name: string): HubError {
  return new HubError(
    'BAD_REQUEST',
    `The registered operation «${id}» has no operation «${name.slice(0, 100)}».`,
  )
}

export function changesSomething(): HubError {
  return new HubError('POST_ONLY', 'The operation changes something: send it by POST.')
}
