/** A made document with its variables, made valid: variables defined where they are used, and what cannot be merged renamed or left out. */
import {
  Kind,
  OverlappingFieldsCanBeMergedRule,
  parse,
  print,
  validate,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { Dice } from './random.ts'
import { otherValue, type Variable } from './values.ts'

export interface Made {
  readonly document: DocumentNode
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
}

export interface Written {
  readonly operations: readonly { readonly kind: string; readonly name: string; readonly text: string }[]
  readonly fragments: readonly {
    readonly name: string
    readonly on: { readonly name: string }
    readonly text: string
  }[]
  readonly variables: readonly Variable[]
}

const attempts = 4

/** What the way of making operations does not see to; that nothing else is wrong is looked at now and then. */
const rules = [OverlappingFieldsCanBeMergedRule]

export function made(schema: GraphQLSchema, written: Written, dice: Dice): Made | null {
  const texts = [
    ...written.operations.map(({ kind, name, text }) => `${kind} ${name} { ${text} }`),
    ...written.fragments.map(({ name, on, text }) => `fragment ${name} on ${on.name} { ${text} }`),
  ]
  let document = withVariables(onlyUsed(parse(texts.join('\n'), { noLocation: true })), written.variables)
  for (let left = attempts; left > 0; left -= 1) {
    const faults = clashesIn(document, schema)
    if (faults.length === 0) return givenTo(document, written, dice)
    const clashing = new Set(faults.flatMap(({ nodes }) => nodes?.at(-1) ?? []))
    let count = 0
    document = visit(document, {
      Field(node): FieldNode | undefined {
        if (!clashing.has(node)) return undefined
        count += 1
        return { ...node, alias: { kind: Kind.NAME, value: `r${String(left)}${String(count)}` } }
      },
    })
  }
  return null
}

/** Nobody reads where these errors were made, which takes longer to write down than to find. */
function clashesIn(document: DocumentNode, schema: GraphQLSchema): readonly GraphQLError[] {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  const faults = validate(schema, document, rules, { maxErrors: 5 })
  Error.stackTraceLimit = stackTraceLimit
  return faults
}

function givenTo(document: DocumentNode, { operations, variables }: Written, dice: Dice): Made {
  const operationName = dice.pick(operations).name || undefined
  const operation = operationsIn(document).find((one) => one.name?.value === operationName)
  const used = new Set(operation?.variableDefinitions?.map(({ variable }) => variable.name.value))
  const given = variables.filter(({ name, value }) => used.has(name) && value !== undefined)
  return {
    document,
    operationName,
    variables: Object.fromEntries(given.map(({ name, value }) => [name, value])),
  }
}

/** The same operation with other values. */
export function withOtherValues(given: Made, schema: GraphQLSchema, dice: Dice): Made {
  const operation = operationsIn(given.document).find((one) => one.name?.value === given.operationName)
  const values = (operation?.variableDefinitions ?? []).map(
    (one) => [one.variable.name.value, otherValue(one, schema, dice)] as const,
  )
  return { ...given, variables: Object.fromEntries(values.filter(([, value]) => value !== undefined)) }
}

export function operationsIn({ definitions }: DocumentNode): readonly OperationDefinitionNode[] {
  return definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
}

/** Names of the fragments and the variables that a definition leads to, itself through others. */
function reachedFrom(
  definition: OperationDefinitionNode,
  document: DocumentNode,
): { fragments: Set<string>; variables: Set<string> } {
  const fragments = new Set<string>()
  const variables = new Set<string>()
  const walk = (node: DocumentNode['definitions'][number]): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        if (fragments.has(name.value)) return
        fragments.add(name.value)
        const found = document.definitions.find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name.value,
        )
        if (found) walk(found)
      },
    })
  }
  walk(definition)
  return { fragments, variables }
}

/** Without fragments that nothing spreads, and variables that nothing uses. */
export function onlyUsed(document: DocumentNode): DocumentNode {
  const reached = new Map(operationsIn(document).map((one) => [one, reachedFrom(one, document)]))
  const fragments = new Set([...reached.values()].flatMap((one) => [...one.fragments]))
  const definitions = document.definitions.flatMap((node): DefinitionNode[] => {
    if (node.kind === Kind.FRAGMENT_DEFINITION) return fragments.has(node.name.value) ? [node] : []
    if (node.kind !== Kind.OPERATION_DEFINITION) return []
    const used = reached.get(node)?.variables ?? new Set()
    const kept = node.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? []
    return [{ ...node, variableDefinitions: kept }]
  })
  return { ...document, definitions }
}

function withVariables(document: DocumentNode, variables: readonly Variable[]): DocumentNode {
  const definitions = document.definitions.map((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return node
    const { variables: used } = reachedFrom(node, document)
    const declared = variables
      .filter(({ name }) => used.has(name))
      .map(
        ({ name, type, defaultValue }) =>
          `$${name}: ${type}${defaultValue === null ? '' : ` = ${defaultValue}`}`,
      )
    if (declared.length === 0) return node
    const [head] = operationsIn(parse(`query (${declared.join(', ')}) { x }`, { noLocation: true }))
    return { ...node, variableDefinitions: head?.variableDefinitions ?? [] }
  })
  return { ...document, definitions }
}

export function textOf({ document }: Made): string {
  return print(document)
}
