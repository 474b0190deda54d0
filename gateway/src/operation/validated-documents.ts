/**
 * Valid documents, each parsed once, where Apollo Server looks them up by the hash of their text. Bounded in
 * bytes.
 */
import { Lru } from '@samenhang/subgraph-kit/lru'
import { parse, type DocumentNode } from 'graphql'

/** What Apollo Server keeps documents in. */
interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>
  set(key: string, document: DocumentNode): Promise<void>
  delete(key: string): Promise<boolean>
}

export interface ValidatedDocuments {
  readonly store: DocumentStore
  /** Keeps a text that is valid, under the SHA-256 of it. */
  keep(hash: string, text: string): void
  /** Whether this is a document from here, which is valid. */
  has(document: DocumentNode): boolean
}

/** Measured: a parsed text takes at most 94 bytes a character. */
const bytesACharacter = 100
const most = { texts: 2_000, bytes: 12_000_000 }

export function validatedDocuments(tokens: number): ValidatedDocuments {
  const documents = new Lru<string, DocumentNode>(most.texts, most.bytes)
  const valid = new WeakSet<DocumentNode>()
  return {
    store: {
      // The key begins with a hash of the schema, which is always the same here.
      get: async (key) => documents.get(key.slice(-64)),
      // Apollo Server passes what it parsed, valid or not; `keep` receives what is valid.
      set: async () => undefined,
      async delete(key) {
        documents.delete(key.slice(-64))
        return true
      },
    },
    keep(hash, text) {
      // Locations take more memory than the nodes, and a valid document does not need them.
      const document = parse(text, { maxLexicalTokens: tokens, noLocation: true })
      valid.add(document)
      documents.set(hash, document, 1_000 + bytesACharacter * text.length)
    },
    has: (document) => valid.has(document),
  }
}
