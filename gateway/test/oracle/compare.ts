/**
 * One operation by the engine and by graphql-js on the joined data: the same data, and errors at the same nulls. Of several errors below one null
 * GraphQL lets an executor give any, so errors are held by the null that they explain.
 */
import { isDeepStrictEqual } from 'node:util'
import { execute } from 'graphql'
import type { Composed } from './composed.ts'
import type { Thing } from './joined-data.ts'
import { textOf, type Made } from './made-operation.ts'
import { resolveJoined } from './made-subgraphs.ts'

export interface Answer {
  readonly data: unknown
  /** Where errors stand, each once, in order. */
  readonly errors: readonly string[]
  /** What errors say, for who reads a failure. */
  readonly messages: readonly string[]
}

export interface Compared {
  /** `refused` where both find that the client is at fault before anything is run. */
  readonly outcome: 'same' | 'refused' | 'other'
  readonly expected: Answer
  readonly received: Answer
}

export async function compare(composed: Composed, made: Made): Promise<Compared> {
  const { world, engine } = composed
  world.mutations = 0
  const expected = expectedOf(composed, made)
  world.mutations = 0
  const { document, operationName, variables } = made
  const outcome = await engine.run(
    { text: textOf(made), document, operationName, filterKey: '' },
    variables,
    undefined,
  )
  if (outcome.kind === 'refused') {
    const received = answerOf(undefined, outcome.errors)
    // GraphQL meets a null that decides over @skip or @include where it gets there; the engine says so before it runs anything.
    const isDue =
      expected.errors.length > 0 || received.messages.every((one) => one.includes('@skip or @include'))
    return { outcome: isDue ? 'refused' : 'other', expected, received }
  }
  if (outcome.kind !== 'answered') {
    const received = { data: undefined, errors: [], messages: [JSON.stringify(outcome)] }
    return { outcome: 'other', expected, received }
  }
  const { text, errors, incomplete } = outcome
  const data = text === null ? null : (JSON.parse(text) as unknown)
  const received = answerOf(data, [...errors, ...incomplete])
  const isSame = isDeepStrictEqual([data, received.errors], [expected.data, expected.errors])
  return { outcome: isSame ? 'same' : 'other', expected, received }
}

function expectedOf({ world, apiSchema }: Composed, { document, operationName, variables }: Made): Answer {
  const answered = execute({
    schema: apiSchema,
    document,
    operationName,
    variableValues: variables,
    fieldResolver: (
      source: Thing | undefined,
      args: Record<string, unknown>,
      _context,
      { fieldName, parentType },
    ) => resolveJoined(world, source ?? { type: parentType.name, id: '' }, fieldName, args),
    typeResolver: ({ type }: Thing) => type,
  })
  if (answered instanceof Promise) throw new Error('The joined data are there at once')
  const { data = null, errors = [] } = answered
  return answerOf(data === null ? null : JSON.parse(JSON.stringify(data)), errors)
}

function answerOf(data: unknown, errors: readonly unknown[]): Answer {
  const told = errors as readonly {
    readonly message?: string
    readonly path?: readonly (string | number)[]
  }[]
  const places = told.map(({ path = [] }) => toTheNull(path, data).join('.'))
  return {
    data,
    errors: [...new Set(places)].sort(),
    messages: told.map(({ message = '', path = [] }) => `${path.join('.')}: ${message}`),
  }
}

/** The path to the null that stands at it or above it; the whole of it where there is none. */
function toTheNull(path: readonly (string | number)[], data: unknown): readonly (string | number)[] {
  let value = data
  for (let depth = 0; depth < path.length; depth += 1) {
    if (value === null || value === undefined) return path.slice(0, depth)
    value = (value as Readonly<Record<string | number, unknown>>)[path[depth] ?? '']
  }
  return path
}
