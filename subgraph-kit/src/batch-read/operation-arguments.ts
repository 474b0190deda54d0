/** The one argument of a field, as an operation gives it: written out, in a variable, or by a variable's default. */
import { Kind, valueFromASTUntyped, type FieldNode, type OperationDefinitionNode } from 'graphql'

export type Variables = Readonly<Record<string, unknown>>

/** The value of the argument for these variables, not yet checked; null where the field is given anything else, or not this. */
export function argumentOf(
  { arguments: fieldArguments = [] }: FieldNode,
  name: string,
  { operation }: { readonly operation: OperationDefinitionNode },
): ((variables: Variables) => unknown) | null {
  const [argument, ...others] = fieldArguments
  if (others.length > 0 || argument?.name.value !== name) return null
  const { value } = argument
  if (value.kind !== Kind.VARIABLE) {
    const literal = valueFromASTUntyped(value)
    return () => literal
  }
  const variable = value.name.value
  const definition = operation.variableDefinitions?.find(
    (candidate) => candidate.variable.name.value === variable,
  )
  const usual = definition?.defaultValue ? valueFromASTUntyped(definition.defaultValue) : null
  return (variables) => (variables[variable] === undefined ? usual : variables[variable])
}
