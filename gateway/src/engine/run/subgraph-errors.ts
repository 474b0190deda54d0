/**
 * Reads the errors of a subgraph's answer, whatever it sent: each becomes an error with a message and, where
 * it has one, a path of names and list indexes. A malformed error never loses data.
 */
import type { GraphQLFormattedError } from 'graphql'

/** The errors, as GraphQL has them. None where the answer has none. */
export function readErrors(errors: unknown, subgraph: string): readonly GraphQLFormattedError[] {
  if (errors === undefined || errors === null) return []
  return Array.isArray(errors) ? errors.map((error) => readError(error, subgraph)) : [noError(subgraph)]
}

function readError(error: unknown, subgraph: string): GraphQLFormattedError {
  if (!isRecord(error)) return noError(subgraph)
  const { message, path, extensions } = error
  const steps = Array.isArray(path) ? pathOf(path) : undefined
  return {
    message: typeof message === 'string' && message !== '' ? message : noError(subgraph).message,
    ...(steps && { path: steps }),
    ...(isRecord(extensions) && { extensions }),
  }
}

/** Response keys do not begin with a digit, so that a step of digits is a place in a list. */
function pathOf(path: readonly unknown[]): readonly (string | number)[] | undefined {
  const steps = path.map((step) => (typeof step === 'string' && /^\d+$/.test(step) ? Number(step) : step))
  return steps.every((step) => typeof step === 'string' || typeof step === 'number') ? steps : undefined
}

function noError(subgraph: string): GraphQLFormattedError {
  return { message: `The subgraph "${subgraph}" gave an error without a message.` }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
