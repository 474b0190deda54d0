/**
 * A failing case made small: first the operation, a selection, alias, argument, condition or variable at a time, then the federation, a field or a
 * type at a time, as long as it goes on failing. Not the smallest there is; small enough to read.
 */
import { isDeepStrictEqual } from 'node:util'
import {
  Kind,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { compare } from './compare.ts'
import { compose, type Composed } from './composed.ts'
import { onlyUsed, operationsIn, type Made } from './made-operation.ts'
import { lookup, type FieldModel, type Model } from './model.ts'

export interface Case {
  readonly model: Model
  readonly dataSeed: number
  readonly made: Made
}

export async function shrink(given: Case): Promise<Case> {
  const composed = compose(given.model, given.dataSeed)
  const failure = 'engine' in composed ? await failureOf(composed, given.made) : null
  if (!('engine' in composed) || failure === null) return given
  const made = await shrinkOperation(composed, given.made, failure)
  return shrinkModel({ ...given, made }, failure)
}

/** How it fails, if it does: a wrong answer, none at all, or what was thrown. */
async function failureOf(composed: Composed, made: Made): Promise<string | null> {
  try {
    const { outcome, expected, received } = await compare(composed, made)
    if (outcome !== 'other') return null
    if (received.data === undefined) return 'no answer'
    return isDeepStrictEqual(expected.data, received.data) ? 'other errors' : 'other data'
  } catch {
    return 'thrown'
  }
}

async function shrinkOperation(composed: Composed, made: Made, failure: string): Promise<Made> {
  let smallest = made
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false
    for (const candidate of smallerOperations(smallest, composed.apiSchema)) {
      if ((await failureOf(composed, candidate)) !== failure) continue
      smallest = candidate
      isSmaller = true
      break
    }
  }
  return smallest
}

/** The operation with one part less, the greatest parts first. */
function* smallerOperations(made: Made, schema: GraphQLSchema): Generator<Made> {
  const { operationName } = made
  const only = operationsIn(made.document).filter((one) => one.name?.value === operationName)
  const definitions = made.document.definitions.filter(
    (node) => node.kind !== Kind.OPERATION_DEFINITION || only.includes(node),
  )
  const seen: DocumentNode[] = [made.document]
  const candidates = [{ ...made.document, definitions }, ...withoutEach(made.document)]
  for (const candidate of candidates) {
    const document = onlyUsed(candidate)
    if (seen.some((one) => isDeepStrictEqual(one, document)) || !isValid(document, schema)) continue
    seen.push(document)
    yield { ...made, document, variables: usedIn(document, made) }
  }
}

/** A text that has nothing in its braces is none, though GraphQL's rules let such a document pass. */
function isValid(document: DocumentNode, schema: GraphQLSchema): boolean {
  const empty: SelectionSetNode[] = []
  visit(document, {
    SelectionSet(node) {
      if (node.selections.length === 0) empty.push(node)
    },
  })
  return empty.length === 0 && validate(schema, document).length === 0
}

function usedIn(document: DocumentNode, { operationName, variables }: Made): Made['variables'] {
  const operation = operationsIn(document).find((one) => one.name?.value === operationName)
  const names = new Set(operation?.variableDefinitions?.map(({ variable }) => variable.name.value))
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.has(name)))
}

function* withoutEach(document: DocumentNode): Generator<DocumentNode> {
  const parts: ASTNode[] = []
  visit(document, {
    enter(node) {
      if (isPart(node)) parts.push(node)
    },
  })
  for (const part of parts) {
    yield visit(document, { enter: (node) => (node === part ? null : undefined) })
    if (part.kind === Kind.FIELD && part.alias)
      yield visit(document, { Field: (node) => (node === part ? { ...node, alias: undefined } : undefined) })
    if (part.kind === Kind.INLINE_FRAGMENT) yield unwrapped(document, part)
    if (part.kind === Kind.FRAGMENT_SPREAD) yield inlined(document, part)
  }
}

function isPart({ kind }: ASTNode): boolean {
  return (
    kind === Kind.FIELD ||
    kind === Kind.INLINE_FRAGMENT ||
    kind === Kind.FRAGMENT_SPREAD ||
    kind === Kind.ARGUMENT ||
    kind === Kind.DIRECTIVE
  )
}

/** What a fragment holds, in its stead. */
function unwrapped(document: DocumentNode, part: ASTNode): DocumentNode {
  return visit(document, {
    SelectionSet: (node) =>
      node.selections.some((one) => one === part)
        ? {
            ...node,
            selections: node.selections.flatMap((one) =>
              one === part && one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet.selections : [one],
            ),
          }
        : undefined,
  })
}

function inlined(document: DocumentNode, part: ASTNode): DocumentNode {
  return visit(document, {
    FragmentSpread(node) {
      if (node !== part) return undefined
      const found = document.definitions.find(
        (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === node.name.value,
      )
      if (found?.kind !== Kind.FRAGMENT_DEFINITION) return undefined
      const { typeCondition, selectionSet } = found
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives: node.directives }
    },
  })
}

async function shrinkModel(given: Case, failure: string): Promise<Case> {
  let smallest = given
  for (const candidate of smallerModels(given.model)) {
    const model = candidate(smallest.model)
    if (isDeepStrictEqual(model, smallest.model)) continue
    if (await stillFails({ ...smallest, model }, failure)) smallest = { ...smallest, model }
  }
  return smallest
}

async function stillFails({ model, dataSeed, made }: Case, failure: string): Promise<boolean> {
  if (!isInhabited(model)) return false
  try {
    const composed = compose(model, dataSeed)
    if (!('engine' in composed) || validate(composed.apiSchema, made.document).length > 0) return false
    return (await failureOf(composed, made)) === failure
  } catch {
    return false
  }
}

/** Whether each type has objects: of one without any there is nothing to say, and every answer would differ. */
function isInhabited(model: Model): boolean {
  const { objects } = lookup(model)
  return model.types.every(({ name }) => objects(name).length > 0)
}

type Smaller = (model: Model) => Model

/** Ways to leave a part out: a subgraph, a type, a field, or what one subgraph has of a field. */
function* smallerModels({ graphs, types }: Model): Generator<Smaller> {
  for (const graph of graphs) yield (model) => withoutGraph(model, graph)
  for (const { name } of types)
    yield (model) => ({ ...model, types: model.types.filter((one) => one.name !== name) })
  for (const { name } of types) yield (model) => withoutInterface(model, name)
  for (const type of types) {
    for (const { name, presence } of type.fields) {
      yield (model) => changed(model, type.name, name, () => null)
      for (const graph of Object.keys(presence))
        yield (model) => changed(model, type.name, name, (field) => without(field, graph))
      yield (model) => changed(model, type.name, name, (field) => ({ ...field, failsOneIn: 0 }))
      yield (model) => changed(model, type.name, name, (field) => ({ ...field, args: [] }))
    }
    for (const graph of Object.keys(type.presence)) yield (model) => withoutPresence(model, type.name, graph)
  }
}

function withoutGraph({ graphs, types }: Model, graph: string): Model {
  const names = types.map(({ name }) => name)
  const left = names.reduce<Model>((model, name) => withoutPresence(model, name, graph), { graphs, types })
  return { graphs: graphs.filter((one) => one !== graph), types: left.types }
}

function withoutPresence({ graphs, types }: Model, name: string, graph: string): Model {
  const less = types.map((type) => {
    if (type.name !== name) return type
    const fields = type.fields.flatMap((field) => without(field, graph) ?? [])
    return { ...type, presence: rest(type.presence, graph), fields }
  })
  return { graphs, types: less.filter(({ presence }) => Object.keys(presence).length > 0) }
}

function withoutInterface(model: Model, name: string): Model {
  const types = model.types.map((type) => ({
    ...type,
    interfaces: type.interfaces.filter((one) => one !== name),
    members: type.members.filter((one) => one !== name),
  }))
  return { ...model, types }
}

function changed(
  model: Model,
  owner: string,
  name: string,
  change: (field: FieldModel) => FieldModel | null,
): Model {
  const types = model.types.map((type) =>
    type.name === owner
      ? {
          ...type,
          fields: type.fields.flatMap((field) => (field.name === name ? (change(field) ?? []) : field)),
        }
      : type,
  )
  return { ...model, types }
}

function without(field: FieldModel, graph: string): FieldModel | null {
  const presence = rest(field.presence, graph)
  return Object.keys(presence).length > 0 ? { ...field, presence } : null
}

function rest<Value>(record: Readonly<Record<string, Value>>, left: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== left))
}
