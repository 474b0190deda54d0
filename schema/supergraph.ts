/** The committed supergraph, read without loading the composer: what the gateway serves. */
import { readFileSync } from 'node:fs'

export const supergraphFile = new URL('supergraph.graphql', import.meta.url)

/** Throws where the file is absent: it is committed, so that is a broken checkout. */
export function readSupergraph(): string {
  return readFileSync(supergraphFile, 'utf8')
}
