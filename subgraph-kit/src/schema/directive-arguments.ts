/** What a directive in a schema is given. */
import { valueFromASTUntyped, type ConstArgumentNode } from 'graphql'

/** The arguments by their names, as plain values. */
export function argumentsOf(directive: {
  readonly arguments?: readonly ConstArgumentNode[] | undefined
}): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  )
}
