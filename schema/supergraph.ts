/** The committed supergraph, read without loading the composer: what the gateway serves. */
import { readFileSync } from 'node:fs'

/** Throws where the file is absent: it is committed, so that is a broken checkout. */
export function readSupergraph(): string {
  return readFileSync(new URL('supergraph.graphql', import.meta.url), 'utf8')
}
