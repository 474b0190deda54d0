/**
 * Trusted documents: the operations that front-end teams have registered, by name. Read and validated once at the start, so that a request
 * brings variables only. What runs them is the gateway's.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { Kind, OperationTypeNode, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql'

export interface TrustedDocument {
  /** The name of its file, without `.graphql`. */
  readonly id: string
  readonly text: string
  readonly document: DocumentNode
  readonly digest: string
  /** Queries may be asked by GET. */
  readonly isQuery: boolean
}

/** The operations that the README and the explorer show. */
const ownFolder = fileURLToPath(new URL('../../test/operations', import.meta.url))

/** The documents in the hub's own folder and in that of the setting HUB_OPERATIONS_DIR. */
export function readDocuments(folder: string | undefined): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  if (folder !== undefined && !existsSync(folder))
    throw new ConfigError(`HUB_OPERATIONS_DIR is «${folder}», which does not exist.`)
  for (const place of [ownFolder, ...(folder === undefined ? [] : [folder])]) {
    if (!existsSync(place)) continue
    for (const file of readdirSync(place)
      .filter((name) => name.endsWith('.graphql'))
      .sort())
      texts.set(file.slice(0, -'.graphql'.length), readFileSync(join(place, file), 'utf8'))
  }
  return texts
}

/** Throws ConfigError for a document that this graph cannot answer, with its name and the first fault. */
export function checkDocuments(
  texts: ReadonlyMap<string, string>,
  schema: GraphQLSchema,
): ReadonlyMap<string, TrustedDocument> {
  return new Map([...texts].map(([id, text]) => [id, checkDocument(id, text, schema)]))
}

function checkDocument(id: string, text: string, schema: GraphQLSchema): TrustedDocument {
  let document: DocumentNode
  try {
    document = parse(text, { noLocation: true })
  } catch (error) {
    throw unfit(id, error)
  }
  const [fault] = validate(schema, document)
  if (fault) throw unfit(id, fault)
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  if (!operation || operations.length > 1) throw unfit(id, new Error('It must have one operation.'))
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  return { id, text, document, digest, isQuery: operation.operation === OperationTypeNode.QUERY }
}

function unfit(id: string, fault: unknown): ConfigError {
  const reason = fault instanceof Error ? fault.message : String(fault)
  return new ConfigError(`The registered operation ${id}.graphql cannot be answered: ${reason}`)
}
