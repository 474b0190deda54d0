/**
 * The limits of an operation, checked on its text before it is validated, planned or run. Promises to end on
 * every text, with fragment cycles, deep nesting and syntax errors included. Validation finds the other
 * faults of an operation.
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

/** The name and kind of an operation, read from its text, for the log. */
export interface OperationFacts {
  readonly name: string | undefined
  readonly kind: string | undefined
}

export interface Limits {
  /** How many objects the answer can hold at most; throws the HubError that says which limit it exceeds and by how much. */
  check(operation: OperationRequest): number
  /** How many objects the answer can hold at most; 0 where the text is refused. */
  objectsOf(operation: OperationRequest): number
  /** The name and kind of the operation that the request runs; undefined where its text does not say. */
  factsOf(operation: OperationRequest): OperationFacts
  /** The approximate number of bytes that checked texts take. */
  readonly weight: number
}

/** A text that was checked except for its variables. */
interface JudgedText {
  readonly operations: readonly OperationFacts[]
  /** The limit that the text itself exceeds. */
  readonly refused: HubError | null
  /** As `objects`; throws for the limit that the variables exceed. */
  readonly checked: (variables: Readonly<Record<string, unknown>>) => number
  readonly objects: (variables: Readonly<Record<string, unknown>>) => number
}

/** Measured: a checked text keeps less than this of its parsed form. */
const bytesACharacter = 50
const most = { texts: 1_000, bytes: 8_000_000 }
const unread: JudgedText = { operations: [], refused: null, checked: () => 0, objects: () => 0 }

/** `schema` tells which fields are lists; validation refuses fields that it does not have. */
export function createLimits(schema: GraphQLSchema): Limits {
  const remembered = new Lru<string, JudgedText>(most.texts, most.bytes)
  const judge = (query: string): JudgedText => {
    const previous = remembered.get(query)
    if (previous) return previous
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

function judgeText(query: string, schema: GraphQLSchema): JudgedText {
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
function onceForEach(size: JudgedText['objects']): JudgedText['objects'] {
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
    const message = `The operation nests ${depth} levels; at most ${limits.depth} are allowed.`
    return new HubError('TOO_DEEP', message, { limit: limits.depth })
  }
  if (aliases > 0 && hasOwnNames(document))
    return new HubError('BAD_REQUEST', 'Aliases that begin with hub__ are reserved; use another one.')
  if (aliases > limits.aliases) {
    return new HubError('TOO_MANY_ALIASES', `The operation has more than ${limits.aliases} aliases.`, {
      limit: limits.aliases,
    })
  }
  if (fields <= limits.fields) return null
  const message = `With its fragments written out the operation has more than ${limits.fields} fields.`
  return new HubError('TOO_MANY_FIELDS', message, { limit: limits.fields })
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

/** A text that breaks off within the limit is left to parsing. */
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
    // Parsing reports what is not a token.
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

/** Plans fetch the keys of subjects under reserved aliases; a client's alias must not be taken for one of these. */
function hasOwnNames(document: DocumentNode): boolean {
  let hasOwnName = false
  visit(document, {
    Field({ alias }) {
      if (!alias?.value.startsWith('hub__')) return undefined
      hasOwnName = true
      return BREAK
    },
  })
  return hasOwnName
}
