/**
 * What an operation may not exceed, judged on its text before anything is validated, planned or run.
 * Promises to end on every text: fragment cycles, deep nesting and text that does not parse included; what is wrong with the
 * operation otherwise is left to validation.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Lru } from '@samenhang/subgraph-kit/lru'
import {
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  type DocumentNode,
  type GraphQLSchema,
  BREAK,
  visit,
} from 'graphql'
import { answerSize } from './answer-size.ts'
import { measure } from './depth-and-aliases.ts'
import { nameForLogs } from '../telemetry/log-text.ts'
import { pageCheck } from './page-size.ts'
import { checkTexts, faultOfTexts } from './value-limits.ts'

export const limits = {
  tokens: 2_000,
  depth: 15,
  aliases: 30,
  fields: 10_000,
  page: 1_000,
  /** Of one answer. The largest page that a client of ours asks, 1,000 areas with every group of every domain, could hold 573,002. */
  objects: 600_000,
  bodyBytes: 1_000_000,
  /** Characters of one argument. */
  text: 10_000,
  /** Lists and objects within each other, in a body. */
  nesting: 64,
} as const

/** An operation as a client sends it. */
export interface OperationRequest {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly operationName?: string | undefined
}

/** What is known of an operation from its text alone, for the log. */
export interface OperationFacts {
  readonly name: string | undefined
  readonly kind: string | undefined
}

export interface Limits {
  /** How many objects the answer can hold at most; throws the HubError that says which limit it exceeds and by how much. */
  check(operation: OperationRequest): number
  /** How many objects the answer can hold at most; 0 where the text is refused. */
  objectsOf(operation: OperationRequest): number
  /** The name and kind of the operation that the request runs; undefined where its text does not tell. */
  factsOf(operation: OperationRequest): OperationFacts
  /** Bytes that judged texts take, about. */
  readonly weight: number
}

/** A text, judged but for its variables. */
interface Judged {
  readonly operations: readonly OperationFacts[]
  /** The limit that the text itself exceeds. */
  readonly refused: HubError | null
  /** As `objects`; throws for the limit that the variables exceed. */
  readonly checked: (variables: Readonly<Record<string, unknown>>) => number
  readonly objects: (variables: Readonly<Record<string, unknown>>) => number
}

/** Measured: a judged text keeps less than this of its parsed form. */
const bytesACharacter = 50
const most = { texts: 1_000, bytes: 8_000_000 }
const unread: Judged = { operations: [], refused: null, checked: () => 0, objects: () => 0 }

/** `schema` tells which fields are lists; fields that it does not have are left to validation. */
export function createLimits(schema: GraphQLSchema): Limits {
  const remembered = new Lru<string, Judged>(most.texts, most.bytes)
  const judge = (query: string): Judged => {
    const known = remembered.get(query)
    if (known) return known
    const judged = judgeText(query, schema)
    remembered.set(query, judged, 1_000 + bytesACharacter * query.length)
    return judged
  }
  return {
    check({ query, variables = noVariables }) {
      const { refused, checked } = judge(query)
      if (refused) throw refused
      return checked(variables)
    },
    objectsOf: ({ query, variables = noVariables }) => judge(query).objects(variables),
    factsOf({ query, operationName }) {
      const { operations } = judge(query)
      const chosen = operationName ? operations.find(({ name }) => name === operationName) : operations[0]
      return { name: chosen?.name === undefined ? undefined : nameForLogs(chosen.name), kind: chosen?.kind }
    },
    get weight() {
      return remembered.weight
    },
  }
}

function judgeText(query: string, schema: GraphQLSchema): Judged {
  const tooLong = overTokens(query)
  const document = tooLong ? undefined : tryParse(query)
  if (!document) return { ...unread, refused: tooLong }
  const operations = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map(({ name, operation }) => ({ name: name?.value, kind: operation }))
  const refused = overText(document) ?? faultOfTexts(document, limits.text)
  if (refused) return { ...unread, operations, refused }
  const checkPages = pageCheck(document, limits.page)
  const size = onceForEach(answerSize(document, schema))
  return {
    operations,
    refused: null,
    checked(variables) {
      checkTexts(variables, limits.text)
      checkPages(variables)
      const objects = size(variables)
      checkSize(objects)
      return objects
    },
    objects: size,
  }
}

const noVariables = {}

/** One request is weighed for where it is answered, for its limit and for its budget: counted once. */
function onceForEach(size: Judged['objects']): Judged['objects'] {
  const counted = new WeakMap<Readonly<Record<string, unknown>>, number>()
  return (variables) => {
    let objects = counted.get(variables)
    if (objects === undefined) counted.set(variables, (objects = size(variables)))
    return objects
  }
}

function overText(document: DocumentNode): HubError | null {
  const { depth, aliases, fields } = measure(document)
  if (depth > limits.depth) {
    const told = `The operation nests ${depth} levels; at most ${limits.depth} are allowed.`
    return new HubError('TOO_DEEP', told, { limit: limits.depth })
  }
  if (aliases > 0 && hasOwnNames(document))
    return new HubError('BAD_REQUEST', 'Names that begin with hub__ are the hub’s own; use another alias.')
  if (aliases > limits.aliases) {
    return new HubError('TOO_MANY_ALIASES', `The operation has more than ${limits.aliases} aliases.`, {
      limit: limits.aliases,
    })
  }
  if (fields <= limits.fields) return null
  const told = `With its fragments written out the operation has more than ${limits.fields} fields.`
  return new HubError('TOO_MANY_FIELDS', told, { limit: limits.fields })
}

function checkSize(objects: number): void {
  if (objects <= limits.objects) return
  const [can, may] = [objects, limits.objects].map((number) => number.toLocaleString('en'))
  throw new HubError(
    'ANSWER_TOO_LARGE',
    `The answer could hold ${can ?? ''} objects; at most ${may ?? ''} are allowed. Ask for smaller pages.`,
    { objects, limit: limits.objects },
  )
}

/** A text that ends before it breaks off is left to parsing. */
function overTokens(query: string): HubError | null {
  const lexer = new Lexer(new Source(query))
  try {
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count += 1) {
      if (count < limits.tokens) continue
      return new HubError('TOO_MANY_TOKENS', `The operation has more than ${limits.tokens} tokens.`, {
        limit: limits.tokens,
      })
    }
  } catch {
    // What is no token is told by parsing.
  }
  return null
}

function tryParse(query: string): DocumentNode | undefined {
  try {
    return parse(query, { maxLexicalTokens: limits.tokens, noLocation: true })
  } catch {
    return undefined
  }
}

/** Plans bring along, under names of the hub's own, what tells subjects apart; a client's must not be taken for these. */
function hasOwnNames(document: DocumentNode): boolean {
  let found = false
  visit(document, {
    Field({ alias }) {
      if (!alias?.value.startsWith('hub__')) return undefined
      found = true
      return BREAK
    },
  })
  return found
}
