/** The fields of a made federation: of entities in each subgraph that has them, of interfaces and of roots. */
import {
  graphsOf,
  implementersOf,
  newField,
  newType,
  typeIn,
  type Draft,
  type FieldSketch,
  type TypeDraft,
} from './draft.ts'
import type { ArgumentModel } from './model.ts'
import type { Dice } from './random.ts'

/** Few, so that types have fields of one name. */
const words = ['name', 'size', 'mark', 'load', 'kind', 'owner', 'past', 'seen', 'tag', 'w', 'code', 'row']
const leaves = ['String', 'String', 'Int', 'Int!', 'String!', 'Float', 'Boolean', 'Unit', 'Raw', 'ID']

export function addFields(draft: Draft, dice: Dice): void {
  for (const type of draft.types.filter(({ kind }) => kind === 'interface'))
    addInterfaceFields(type, draft, dice)
  for (const type of draft.types.filter(({ kind }) => kind === 'entity'))
    for (const graph of graphsOf(type))
      for (let left = 1 + dice.below(3); left > 0; left -= 1) addField(type, graph, draft, dice)
}

function addField(type: TypeDraft, graph: string, draft: Draft, dice: Dice): void {
  const name = freeWord([type, ...type.interfaces.map((one) => typeIn(draft, one))], dice)
  if (name === undefined) return
  const declared = typeFor([graph], draft, dice)
  const sharing = graphsOf(type).filter((one) => one !== graph && dice.chance(0.15))
  const graphs = [graph, ...sharing.filter((one) => knows(draft, declared, one))]
  const presence = graphs.length > 1 ? { isShareable: true } : {}
  type.fields.push(newField(name, declared, graphs, { args: argsFor(dice), presence }))
}

/** Fields that all implementers have in the interface's home, and those that a subgraph adds to the interface as an object. */
function addInterfaceFields(type: TypeDraft, draft: Draft, dice: Dice): void {
  const members = implementersOf(draft, type.name)
  const below = draft.types.filter((one) => one.kind === 'interface' && one.interfaces.includes(type.name))
  for (const [graph, { isInterfaceObject }] of Object.entries(type.presence)) {
    const isHome = !isInterfaceObject && graph === graphsOf(type)[0]
    if (!isHome && !isInterfaceObject) continue
    for (let left = 1 + dice.below(3); left > 0; left -= 1) {
      const name = freeWord([type, ...members, ...below], dice)
      if (name === undefined) continue
      const declared = typeFor([graph], draft, dice)
      const sketch: FieldSketch = { args: argsFor(dice) }
      const owners = isInterfaceObject ? [type] : [type, ...below, ...members]
      for (const owner of owners) owner.fields.push(newField(name, declared, [graph], sketch))
    }
  }
}

export function freeWord(types: readonly TypeDraft[], dice: Dice): string | undefined {
  const free = words.filter((word) => !types.some(({ fields }) => fields.some(({ name }) => name === word)))
  return free.length > 0 ? dice.pick(free) : undefined
}

function knows({ types }: Draft, declared: string, graph: string): boolean {
  const type = types.find(({ name }) => name === declared.replaceAll(/[[\]!]/g, ''))
  return type === undefined || type.presence[graph] !== undefined
}

/** A type that these subgraphs have, as it stands or in lists. */
export function typeFor(graphs: readonly string[], draft: Draft, dice: Dice, objects = 0.45): string {
  const known = draft.types.filter((type) => graphs.every((graph) => type.presence[graph]))
  if (known.length === 0 || !dice.chance(objects)) {
    const leaf = dice.pick(leaves)
    return dice.chance(0.12) ? dice.pick([`[${leaf}]`, `[[${leaf}]]`]) : leaf
  }
  const abstract = known.filter(
    ({ kind, presence }) => isAbstract(kind) && graphs.every((graph) => !presence[graph]?.isInterfaceObject),
  )
  const { name } = abstract.length > 0 && dice.chance(0.4) ? dice.pick(abstract) : dice.pick(known)
  return dice.pick([name, name, name, `${name}!`, `[${name}]`, `[${name}!]!`, `[[${name}]]`, `[[${name}!]]!`])
}

function isAbstract(kind: TypeDraft['kind']): boolean {
  return kind === 'interface' || kind === 'union'
}

const someArguments: readonly ArgumentModel[] = [
  { name: 'n', type: 'Int', defaultValue: '3' },
  { name: 'n', type: 'Int' },
  { name: 'n', type: 'Int!' },
  { name: 'unit', type: 'Unit', defaultValue: 'CM' },
  { name: 'text', type: 'String' },
  { name: 'text', type: 'String!', defaultValue: '"x"' },
  { name: 'list', type: '[Int!]' },
  { name: 'range', type: 'Range' },
]

export function argsFor(dice: Dice): readonly ArgumentModel[] {
  if (!dice.chance(0.3)) return []
  const first = dice.pick(someArguments)
  const second = dice.pick(someArguments)
  return dice.chance(0.3) && second.name !== first.name ? [first, second] : [first]
}

export function addRoots(draft: Draft, dice: Dice): void {
  const { graphs, types } = draft
  const query = newType('Query', 'value', {})
  const mutation = newType('Mutation', 'value', {})
  for (const graph of graphs) {
    for (let left = 1 + dice.below(2); left > 0; left -= 1) {
      query.presence[graph] = { keys: [] }
      addRoot(query, graph, draft, dice)
    }
    if (!dice.chance(0.4)) continue
    mutation.presence[graph] = { keys: [] }
    addRoot(mutation, graph, draft, dice)
  }
  types.push(query, mutation)
}

function addRoot(root: TypeDraft, graph: string, draft: Draft, dice: Dice): void {
  const name = `${root.name === 'Query' ? 'get' : 'set'}${String(root.fields.length)}`
  const declared = typeFor([graph], draft, dice, 1).replace(/!$/, '')
  root.fields.push(newField(name, declared, [graph], { args: argsFor(dice) }))
}
