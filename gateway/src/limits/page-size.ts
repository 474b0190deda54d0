/**
 * The size of a page or a list of codes that a client may ask for: every argument `first` and `codes`, as a
 * literal, in a variable, or as a variable's default. Validation refuses values of a wrong type.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Kind, valueFromASTUntyped, visit, type DocumentNode, type ValueNode } from 'graphql'

type Variables = Readonly<Record<string, unknown>>

/** The check of a document, to be made once: gives what throws PAGE_TOO_LARGE or BAD_ARGUMENT for these variables. */
export function pageCheck(document: DocumentNode, most: number): (variables: Variables) => void {
  const defaults = defaultsIn(document)
  const checks: { readonly check: (value: unknown, most: number) => void; readonly value: ValueNode }[] = []
  visit(document, {
    Field({ arguments: fieldArguments = [] }) {
      for (const { name, value } of fieldArguments) {
        if (name.value === 'first') checks.push({ check: checkFirst, value })
        if (name.value === 'codes') checks.push({ check: checkCodes, value })
      }
    },
  })
  return (variables) => {
    for (const { check, value } of checks)
      for (const argument of valuesOf(value, variables, defaults)) check(argument, most)
  }
}

function valuesOf(
  value: ValueNode,
  variables: Variables,
  defaults: ReadonlyMap<string, readonly unknown[]>,
): readonly unknown[] {
  if (value.kind !== Kind.VARIABLE) return [valueFromASTUntyped(value)]
  const name = value.name.value
  return Object.hasOwn(variables, name) ? [variables[name]] : (defaults.get(name) ?? [])
}

/** The defaults of each variable; several where the document has several operations, and then each must be within bounds. */
function defaultsIn(document: DocumentNode): ReadonlyMap<string, readonly unknown[]> {
  const defaults = new Map<string, unknown[]>()
  visit(document, {
    VariableDefinition({ variable, defaultValue }) {
      if (!defaultValue) return
      const name = variable.name.value
      defaults.set(name, [...(defaults.get(name) ?? []), valueFromASTUntyped(defaultValue)])
    },
  })
  return defaults
}

function checkFirst(first: unknown, most: number): void {
  if (typeof first !== 'number') return
  if (first < 0)
    throw new HubError('BAD_ARGUMENT', `\`first\` is ${first}; it must be from 0 to ${most}.`, {
      limit: most,
    })
  if (first <= most) return
  const advice = `a page has at most ${most}. Page with \`first\` and \`after\`.`
  throw new HubError('PAGE_TOO_LARGE', `\`first\` is ${first}; ${advice}`, { limit: most })
}

function checkCodes(codes: unknown, most: number): void {
  if (!Array.isArray(codes) || codes.length <= most) return
  throw new HubError(
    'PAGE_TOO_LARGE',
    `\`codes\` has ${codes.length} codes; at most ${most} may be asked at once.`,
    {
      limit: most,
    },
  )
}
