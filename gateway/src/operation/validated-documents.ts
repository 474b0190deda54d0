/**
 * Documents that were found valid, each parsed once, where Apollo Server looks for them by the hash of their text. Bounded in bytes.
 */
import { Lru } from '@samenhang/subgraph-kit/lru'
import { parse, type DocumentNode } from 'graphql'

/** What Apollo Server keeps documents in. */
interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>
  set(key: string, document: DocumentNode): Promise<void>
  delete(key: string): Promise<boolean>
}

export interface KnownTexts {
  readonly store: DocumentStore
  /** Keeps a text that is valid, under the SHA-256 of it. */
  keep(hash: string, text: string): void
  /** Whether this is a document from here, which is valid. */
  has(document: DocumentNode): boolean
}

/** Measured: a parsed text takes at most 94 bytes a character. */
const bytesACharacter = 100
const most = { texts: 2_000, bytes: 12_000_000 }

export function knownTexts(tokens: number): KnownTexts {
  const known = new Lru<string, DocumentNode>(most.texts, most.bytes)
  const valid = new WeakSet<DocumentNode>()
  return {
    store: {
      // Before the hash of the text stands one of the schema, of which there is one only.
      get: async (key) => known.get(key.slice(-64)),
      // Apollo Server hands over what it parsed, valid or not: `keep` is told what is.
      set: async () => undefined,
      async delete(key) {
        known.delete(key.slice(-64))
        return true
      },
    },
    keep(hash, text) {
      // Places take more memory than what stands there, and nothing valid needs them.
      const document = parse(text, { maxLexicalTokens: tokens, noLocation: true })
      valid.add(document)
      known.set(hash, document, 1_000 + bytesACharacter * text.length)
    },
    has: (document) => valid.has(document),
  }
}
