/** The variables of an operation: checked against their types and defaults, and named as they are sent. */
import {
  getVariableValues,
  GraphQLError,
  Kind,
  valueFromASTUntyped,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql'
import type { Canonical } from './document/canonical.ts'
import type { Planner } from './planning/plan.ts'
import type { Variables } from './run/run.ts'

/** The values that it has where nothing is given. */
export function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
    ),
  )
}

/** The values that an operation runs with, those of its defaults included; or what is wrong with what was given. */
export function bind(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
  { apiSchema }: Pick<Planner, 'apiSchema'>,
): Variables | GraphQLError[] {
  if (variableDefinitions.length === 0) return {}
  if (areTexts(variableDefinitions, variables)) return variables
  const { errors, coerced } = getVariableValues(apiSchema, variableDefinitions, withoutUndefined(variables))
  return errors ? [...errors] : coerced
}

/** GraphQL has no undefined: such a variable is not given, and its default holds. */
function withoutUndefined(variables: Variables): Variables {
  const entries = Object.entries(variables)
  return entries.some(([, value]) => value === undefined)
    ? Object.fromEntries(entries.filter(([, value]) => value !== undefined))
    : variables
}

/** Whether each is a text for a text or an id, which nothing has to be made of, and no other is there: the commonest by far. */
function areTexts(definitions: readonly VariableDefinitionNode[], variables: Variables): boolean {
  let provided = 0
  for (const { variable, type } of definitions) {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type
    if (named.kind !== Kind.NAMED_TYPE || (named.name.value !== 'ID' && named.name.value !== 'String'))
      return false
    const name = variable.name.value
    if (!Object.hasOwn(variables, name) || typeof variables[name] !== 'string') return false
    provided += 1
  }
  return Object.keys(variables).length === provided
}

/** What might have been meant is a value of a type that not everyone may know. */
export function withoutSuggestion(error: GraphQLError): GraphQLError {
  const { nodes, extensions } = error
  return new GraphQLError(error.message.replace(/ Did you mean .*$/s, ''), {
    ...(nodes && { nodes }),
    extensions,
  })
}

/** The variables of the plan, of those that the operation runs with. */
export function sentBy({ renamed }: Canonical): (variables: Variables) => Variables {
  if (renamed.size === 0) return (variables) => variables
  return (variables) =>
    Object.fromEntries(Object.entries(variables).map(([name, value]) => [renamed.get(name) ?? name, value]))
}
