/**
 * Federations made at random: two to four subgraphs over some entities, values, interfaces and unions. Not every one composes.
 *
 * What is left out, since a gateway and the joined data honestly differ there:
 * - a field that fails is never required, provided or a key, nor non-null in a type that keys or required fields pass through: its error, or the null
 *   that it takes along, would stand where the operation asks for nothing;
 * - a subgraph that has an interface or a union knows all its members: for a member that it does not know there is no answer to expect.
 * Apollo's planner has a fault of its own, with which nothing would be left to compare: no interface object requires anything (planning may not end).
 */
import { graphsOf, newField, newType, type Draft, type TypeDraft } from './draft.ts'
import { addFields, addRoots } from './make-fields.ts'
import { addFailures, addProvided, addRequired, type Passed } from './make-directives.ts'
import { diceOf, type Dice } from './random.ts'
import type { Model } from './model.ts'

const names = ['Ant', 'Bee', 'Cat', 'Dog'] as const

export function makeFederation(seed: number): Model {
  const dice = diceOf(seed)
  const graphs = ['one', 'two', 'three', 'four'].slice(0, 2 + dice.below(3))
  const draft: Draft = { graphs, types: [] }
  addValues(draft)
  for (const name of names.slice(0, 2 + dice.below(3))) addEntity(name, draft, dice)
  if (dice.chance(0.75)) addInterface(draft, dice)
  if (dice.chance(0.6)) addUnion(draft, dice)
  addFields(draft, dice)
  const passed: Passed = { fields: new Set(), types: new Set(['Spot']) }
  addProvided(draft, passed, dice)
  addRequired(draft, passed, dice)
  addRoots(draft, dice)
  addFailures(draft, passed, dice)
  return { ...draft, types: draft.types.filter(({ presence }) => Object.keys(presence).length > 0) }
}

/** A place that keys may be made of, and a value with fields for all. */
function addValues({ graphs, types }: Draft): void {
  const everywhere = Object.fromEntries(graphs.map((graph) => [graph, { keys: [] }]))
  const spot = [newField('code', 'ID!', graphs), newField('row', 'Int', graphs)]
  const size = [
    newField('w', 'Int', graphs),
    newField('h', 'Int', graphs),
    newField('name', 'String', graphs, { args: [{ name: 'unit', type: 'Unit', defaultValue: 'CM' }] }),
    newField('spot', 'Spot', graphs),
  ]
  types.push(newType('Spot', 'value', { ...everywhere }, { fields: spot }))
  types.push(newType('Size', 'value', { ...everywhere }, { fields: size }))
}

const keyStyles = ['single', 'single', 'several', 'composite', 'nested'] as const

function addEntity(name: string, { graphs, types }: Draft, dice: Dice): void {
  const style = dice.pick(keyStyles)
  const there = dice.some(graphs, 2, 0.5)
  const keysOf = (first: boolean): string[] => {
    if (style === 'composite') return ['id nr']
    if (style === 'nested') return dice.chance(0.5) ? ['at { code }'] : ['at { code }', 'id']
    if (style === 'several') return first ? ['id', 'nr'] : dice.pick([['id'], ['nr'], ['id', 'nr']])
    return ['id']
  }
  const keys = there.map((graph, index) => [graph, keysOf(index === 0)] as const)
  const type = newType(name, 'entity', Object.fromEntries(keys.map(([graph, own]) => [graph, { keys: own }])))
  const holding = (word: string): string[] =>
    keys.flatMap(([graph, own]) => (own.some((key) => key.split(' ').includes(word)) ? [graph] : []))
  const [whole, rest] = style === 'composite' ? (['half', 'rest'] as const) : (['whole', 'whole'] as const)
  const parts = [
    newField('id', 'ID!', holding('id'), { keyPart: whole }),
    newField('nr', 'Int!', holding('nr'), { keyPart: rest }),
    newField('at', 'Spot!', holding('at')),
  ]
  type.fields.push(...parts.filter((field) => Object.keys(field.presence).length > 0))
  types.push(type)
}

/** One interface, over a second now and then, which other subgraphs may know as an object. */
function addInterface(draft: Draft, dice: Dice): void {
  const { graphs, types } = draft
  const able = types.filter((type) =>
    type.fields.some(({ keyPart, name }) => name === 'id' && keyPart === 'whole'),
  )
  if (able.length < 2) return
  const members = dice.some(able, 2, 0.4)
  const home = dice.pick(graphs)
  const others = graphs.filter((graph) => graph !== home)
  const asObject = dice.chance(0.7) ? dice.some(others, 1, 0.3) : []
  for (const member of members) {
    member.interfaces.push('Life')
    for (const graph of asObject) leave(member, graph)
    enter(member, home)
  }
  const presence = {
    [home]: { keys: asObject.length > 0 ? ['id'] : [] },
    ...Object.fromEntries(asObject.map((graph) => [graph, { keys: ['id'], isInterfaceObject: true }])),
  }
  const life = newType('Life', 'interface', presence, {
    fields: [newField('id', 'ID!', [home, ...asObject], { keyPart: 'whole' })],
  })
  const plain = others.filter(
    (graph) =>
      !asObject.includes(graph) && members.every((member) => member.presence[graph]?.keys.includes('id')),
  )
  for (const graph of plain.filter(() => dice.chance(0.6))) {
    life.presence[graph] = { keys: [] }
    const [id] = life.fields
    if (id) id.presence[graph] = {}
  }
  types.push(life)
  if (!dice.chance(0.4)) return
  life.interfaces.push('Being')
  const beings = able.filter(
    (one) => members.includes(one) || (one.presence[home]?.keys.includes('id') ?? false),
  )
  for (const one of beings) one.interfaces.push('Being')
  const id = newField('id', 'ID!', [home], { keyPart: 'whole' })
  types.push(newType('Being', 'interface', { [home]: { keys: [] } }, { fields: [id] }))
}

function leave(type: TypeDraft, graph: string): void {
  Reflect.deleteProperty(type.presence, graph)
  for (const field of type.fields) Reflect.deleteProperty(field.presence, graph)
}

function enter(type: TypeDraft, graph: string): void {
  const { keys = [] } = type.presence[graph] ?? {}
  if (!keys.includes('id')) type.presence[graph] = { keys: ['id', ...keys] }
  for (const field of type.fields) if (field.name === 'id') field.presence[graph] = {}
}

function addUnion({ graphs, types }: Draft, dice: Dice): void {
  const able = types.filter(({ kind, name }) => kind === 'entity' || name === 'Size')
  const members = dice.some(able, 2, 0.3)
  const there = graphs.filter((graph) => members.every((member) => graphsOf(member).includes(graph)))
  if (there.length === 0) return
  const presence = Object.fromEntries(there.map((graph) => [graph, { keys: [] }]))
  types.push(newType('Any', 'union', presence, { members: members.map(({ name }) => name) }))
}
