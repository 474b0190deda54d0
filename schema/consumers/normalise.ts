/** One text for an operation however it is written: laid out as graphql-js prints it, the operation first, then its fragments by name. */
import { createHash } from 'node:crypto'
import { Kind, print, type DefinitionNode, type DocumentNode } from 'graphql'

export function normalisedText({ definitions }: DocumentNode): string {
  const nameOf = (node: DefinitionNode): string =>
    node.kind === Kind.FRAGMENT_DEFINITION ? node.name.value : ''
  const sorted = [...definitions].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  return print({ kind: Kind.DOCUMENT, definitions: sorted })
}

/** SHA-256 of the normalised text, in hexadecimal. */
export function operationId(document: DocumentNode): string {
  return createHash('sha256').update(normalisedText(document)).digest('hex')
}
