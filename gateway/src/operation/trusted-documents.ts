/**
 * Trusted documents: the operations that front-end teams have registered, by id and by the SHA-256 of their
 * text. They are validated once at the start, so that a request sends variables only. An operation that this
 * graph cannot answer is kept as broken, with the reason, and affects no other. They are read in
 * document-files.ts.
 */
import { createHash } from 'node:crypto'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Kind, OperationTypeNode, parse, print, type DocumentNode, type GraphQLSchema } from 'graphql'
import { operationId } from '@samenhang/schema/consumers/normalise'
import type { Operation } from '../engine/engine.ts'
import type { BrokenDocument } from './document-files.ts'
import { withoutTableDirectives } from '@samenhang/schema/consumers/table-directives'
import { validateDocument } from './validation.ts'

export interface TrustedDocument {
  readonly id: string
  readonly text: string
  /** As it is registered: with directives of tables, which the text and the document are without. */
  readonly source: DocumentNode
  readonly document: DocumentNode
  readonly operationName: string | undefined
  readonly digest: string
  /** Queries may be asked by GET. */
  readonly isQuery: boolean
  /** What the comment at the beginning of its text says; empty where there is none. */
  readonly remark: string
}

/** How a request names a registered document: its id, `sha256:` and the hash of its text, or the hash as Apollo's clients send it. */
export type DocumentName = string | { readonly sha256Hash: string }

export interface TrustedDocuments {
  readonly all: readonly TrustedDocument[]
  readonly broken: readonly BrokenDocument[]
  /** Undefined where there is none, or it is broken. */
  find(name: DocumentName): TrustedDocument | undefined
  /** The one of this text, however it is laid out. */
  findText(text: string): TrustedDocument | undefined
  /** Throws HubError OPERATION_NOT_REGISTERED, OPERATION_BROKEN or PERSISTED_QUERY_NOT_FOUND. */
  get(name: DocumentName): TrustedDocument
}

export interface Registered {
  /** By id. */
  readonly texts: ReadonlyMap<string, string>
  /** Those whose text could not be read. */
  readonly broken: readonly BrokenDocument[]
}

/** `checkLimits` throws where a text exceeds the limits for all variables. Those of `before` whose text is the same are not validated again. */
export function trustDocuments(
  { texts, broken: unread }: Registered,
  schema: GraphQLSchema,
  checkLimits: (text: string) => void,
  before: readonly TrustedDocument[] = [],
): TrustedDocuments {
  const validated = new Map(before.map((document) => [document.id, document]))
  const byId = new Map<string, TrustedDocument>()
  const byHash = new Map<string, TrustedDocument>()
  const broken = new Map(unread.map((document) => [document.id, document]))
  for (const [id, text] of texts) {
    try {
      const same = validated.get(id)
      if (same?.text !== text) checkLimits(text)
      const document = same?.text === text ? same : trust(id, text, schema)
      byId.set(id, document)
      byHash.set(sha256(text), document)
      byHash.set(operationId(document.document), document)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      broken.set(id, { id, reason })
    }
  }
  const find = (name: DocumentName): TrustedDocument | undefined => {
    if (typeof name !== 'string') return byId.get(name.sha256Hash) ?? byHash.get(name.sha256Hash)
    return (
      byId.get(name) ?? (name.startsWith(hashPrefix) ? byHash.get(name.slice(hashPrefix.length)) : undefined)
    )
  }
  return {
    all: [...byId.values()],
    broken: [...broken.values()],
    find,
    findText: (text) => byHash.get(sha256(text)) ?? byHash.get(idOf(text) ?? ''),
    get(name) {
      const document = find(name)
      if (document) return document
      const id = typeof name === 'string' ? name : name.sha256Hash
      throw typeof name === 'string' || broken.has(id)
        ? notRegisteredHere(id, [...broken.values()])
        : notFound()
    },
  }
}

/** The operation as the engine takes it, for the public. */
export function engineOperation({ text, document }: Pick<TrustedDocument, 'text' | 'document'>): Operation {
  return { text, document, operationName: undefined, filterKey: '' }
}

const hashPrefix = 'sha256:'

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Undefined for what is no GraphQL. */
function idOf(text: string): string | undefined {
  try {
    return operationId(parse(text, { noLocation: true }))
  } catch {
    return undefined
  }
}

function trust(id: string, registered: string, schema: GraphQLSchema): TrustedDocument {
  const source = parse(registered, { noLocation: true })
  const document = withoutTableDirectives(source)
  const text = document === source ? registered : print(document)
  // The message goes to callers and operators, who may not see more of the schema than the operation names.
  const [fault] = validateDocument(schema, document, { hideSuggestions: true })
  if (fault) throw fault
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  if (!operation || operations.length > 1) throw new Error('It must have exactly one operation.')
  return {
    id,
    ...{ text, source, document },
    operationName: operation.name?.value,
    digest: createHash('sha256').update(registered).digest('base64url').slice(0, 16),
    isQuery: operation.operation === OperationTypeNode.QUERY,
    remark: remarkIn(registered),
  }
}

function remarkIn(text: string): string {
  const [comments = ''] = /^(?:\s*#.*\n)*/.exec(text) ?? []
  return comments
    .replaceAll(/^\s*#\s*/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** OPERATION_BROKEN or OPERATION_NOT_REGISTERED, for a name that finds no operation. */
export function notRegisteredHere(id: string, broken: readonly BrokenDocument[]): HubError {
  const fault = broken.find((document) => document.id === id)
  if (!fault) return notRegistered(id, broken)
  return new HubError(
    'OPERATION_BROKEN',
    `The registered operation "${id}" cannot be answered: ${fault.reason}`,
  )
}

/** The operation may be in a manifest that could not be read. */
function notRegistered(id: string, broken: readonly BrokenDocument[]): HubError {
  const unread = broken.filter(({ isManifest }) => isManifest).map(({ reason }) => ` ${reason}`)
  return new HubError(
    'OPERATION_NOT_REGISTERED',
    `There is no registered operation "${id.slice(0, 100)}".${unread.join('')}`,
  )
}

/** Apollo's clients recognise this message, and then send the text. */
function notFound(): HubError {
  return new HubError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
}
