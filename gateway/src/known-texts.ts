/**
 * Texts that were validated, each parsed once, for Apollo Server to find: it validates nothing itself, for a text at the limits would hold up
 * every other request meanwhile. Texts that are not here are validated in a planning process. Bounded in bytes.
 */
import { createHash } from 'node:crypto'
import { Lru } from '@samenhang/subgraph-kit/lru'
import { parse, type DocumentNode } from 'graphql'
import type { Checked } from './engine/plan.ts'

/** What Apollo Server keeps documents in. */
interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>
  set(key: string, document: DocumentNode): Promise<void>
  delete(key: string): Promise<boolean>
}

export interface KnownTexts {
  readonly store: DocumentStore
  /** Has the text validated where it is not here. Gives its fault where Apollo Server must not look for it again; all else is Apollo's to tell. */
  admit(text: string, caller?: string): Promise<string | undefined>
}

/** Measured: a parsed text takes at most 94 bytes a character. */
const bytesACharacter = 100
const most = { texts: 2_000, bytes: 12_000_000 }
/** Milliseconds of validation that Apollo Server may repeat, to tell every fault and its place. */
const littleWork = 10

export function knownTexts(
  check: (text: string, caller?: string) => Promise<Checked>,
  tokens: number,
): KnownTexts {
  const known = new Lru<string, DocumentNode>(most.texts, most.bytes)
  const keep = (key: string, document: DocumentNode, characters: number): void =>
    known.set(key, document, 1_000 + bytesACharacter * characters)
  const store: DocumentStore = {
    // Before the hash of the text stands one of the schema, of which there is one only.
    get: async (key) => known.get(key.slice(-64)),
    // What is valid came in by `admit`.
    set: async () => undefined,
    async delete(key) {
      known.delete(key.slice(-64))
      return true
    },
  }
  return {
    store,
    async admit(text, caller) {
      const key = createHash('sha256').update(text).digest('hex')
      if (known.get(key)) return undefined
      const document = tryParse(text, tokens)
      if (!document) return undefined
      const { fault, ms } = await check(text, caller)
      if (fault === undefined) keep(key, document, text.length)
      return ms > littleWork ? fault : undefined
    },
  }
}

function tryParse(text: string, tokens: number): DocumentNode | undefined {
  try {
    return parse(text, { maxLexicalTokens: tokens, noLocation: true })
  } catch {
    return undefined
  }
}
