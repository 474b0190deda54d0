/** What fields of a made federation need of each other: `@provides`, `@requires`, and which of them fail. */
import { newField, typeIn, type Draft, type FieldDraft, type TypeDraft } from './draft.ts'
import { argsFor, freeWord } from './make-fields.ts'
import { nameIn, type FieldModel } from './model.ts'
import type { Dice } from './random.ts'

/** What keys, required and provided fields are made of: `Type.field`, and the types that they pass through. */
export interface Passed {
  readonly fields: Set<string>
  readonly types: Set<string>
}

/** Fields that hold an entity bring, now and then, a field of it that another subgraph owns. */
export function addProvided(draft: Draft, passed: Passed, dice: Dice): void {
  for (const type of draft.types) {
    if (type.kind !== 'entity') continue
    for (const field of type.fields) {
      const graphs = Object.keys(field.presence)
      const [graph] = graphs
      const target = draft.types.find(({ name }) => name === nameIn(field.type))
      if (graphs.length !== 1 || graph === undefined || target?.kind !== 'entity' || !dice.chance(0.4))
        continue
      const provided = target.fields.filter(
        (one) => isPlainLeaf(one, draft) && !one.presence[graph] && one.args.length === 0,
      )
      if (provided.length === 0) continue
      const one = dice.pick(provided)
      for (const owner of Object.keys(one.presence))
        one.presence[owner] = { ...one.presence[owner], isShareable: true }
      one.presence[graph] = { isExternal: true }
      field.presence[graph] = { ...field.presence[graph], provides: one.name }
      passed.fields.add(`${target.name}.${one.name}`)
    }
  }
}

function isPlainLeaf({ type, keyPart }: FieldModel, { types }: Draft): boolean {
  return !keyPart && !types.some(({ name }) => name === nameIn(type))
}

export function addRequired(draft: Draft, passed: Passed, dice: Dice): void {
  for (const type of draft.types.filter(({ kind }) => kind === 'entity'))
    for (const graph of Object.keys(type.presence))
      if (dice.chance(0.6)) addRequiring(type, graph, draft, passed, dice)
}

function addRequiring(type: TypeDraft, graph: string, draft: Draft, passed: Passed, dice: Dice): void {
  const parts: string[] = []
  const candidates = type.fields.filter((field) => mayBeRequired(field, graph, draft))
  if (candidates.length === 0) return
  for (const field of new Set([dice.pick(candidates), dice.pick(candidates)])) {
    const part = requiredPart(type, field, graph, draft, passed, dice)
    if (part !== null) parts.push(part)
  }
  const name = freeWord([type, ...type.interfaces.map((one) => typeIn(draft, one))], dice)
  if (name === undefined || parts.length === 0) return
  const declared = dice.pick(['String', 'String!', 'Int', '[String]', 'Size'])
  const presence = { requires: parts.join(' ') }
  type.fields.push(newField(name, declared, [graph], { args: argsFor(dice), presence }))
}

function mayBeRequired(field: FieldDraft, graph: string, { types }: Draft): boolean {
  const { presence, keyPart, name } = field
  const isKey = keyPart !== undefined || name === 'at'
  const owned = Object.values(presence).some(({ isExternal }) => !isExternal)
  const here = presence[graph]
  if (isKey || !owned || (here && !here.isExternal)) return false
  if (field.args.some(({ type }) => !/^(?:Int|String|Unit)!?$/.test(type))) return false
  const target = types.find((one) => one.name === nameIn(field.type))
  return target === undefined || target.presence[graph] !== undefined
}

/** `price(cur: "EUR") shape { size { w } ... on Box { size { h } } }`; null where nothing of it can be required. */
function requiredPart(
  type: TypeDraft,
  field: FieldDraft,
  graph: string,
  draft: Draft,
  passed: Passed,
  dice: Dice,
): string | null {
  const target = draft.types.find(({ name }) => name === nameIn(field.type))
  const below = target ? requiredBelow(target, graph, draft, passed, dice) : ''
  if (below === null) return null
  field.presence[graph] ??= { isExternal: true }
  for (const owner of [type.name, ...type.interfaces]) passed.fields.add(`${owner}.${field.name}`)
  const given = field.args.flatMap((one) => {
    const literal = { Int: '5', String: '"r"', Unit: 'MILE' }[nameIn(one.type)] ?? 'null'
    const isNeeded = one.type.endsWith('!') && one.defaultValue === undefined
    return isNeeded || dice.chance(0.6) ? [`${one.name}: ${literal}`] : []
  })
  return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${below}`
}

function requiredBelow(
  target: TypeDraft,
  graph: string,
  draft: Draft,
  passed: Passed,
  dice: Dice,
): string | null {
  if (target.presence[graph]?.isInterfaceObject) return null
  passed.types.add(target.name)
  if (target.kind === 'value') {
    const leaves = target.fields.filter((field) => isPlainLeaf(field, draft) && field.args.length === 0)
    const chosen = dice.some(leaves, 1, 0.4)
    for (const field of chosen) passed.fields.add(`${target.name}.${field.name}`)
    return ` { ${chosen.map(({ name }) => name).join(' ')} }`
  }
  if (target.kind === 'entity') {
    const part = requiredLeaf(target, graph, draft, passed, dice)
    return part === null ? null : ` { ${part} }`
  }
  const members = draft.types.filter(
    (one) =>
      target.members.includes(one.name) || (one.kind !== 'interface' && one.interfaces.includes(target.name)),
  )
  for (const { name } of members) passed.types.add(name)
  const parts = members.flatMap((member) => {
    const part = dice.chance(0.8) ? requiredLeaf(member, graph, draft, passed, dice) : null
    return part === null ? [] : [`... on ${member.name} { ${part} }`]
  })
  const common = target.kind === 'interface' && (parts.length === 0 || dice.chance(0.3)) ? ['id'] : []
  return parts.length + common.length === 0 ? null : ` { ${[...common, ...parts].join(' ')} }`
}

/** A leaf of an entity: its own in this subgraph, or another's. */
function requiredLeaf(
  target: TypeDraft,
  graph: string,
  draft: Draft,
  passed: Passed,
  dice: Dice,
): string | null {
  const leaves = target.fields.filter(
    (field) => (isPlainLeaf(field, draft) || field.keyPart !== undefined) && field.args.length === 0,
  )
  if (leaves.length === 0) return null
  const field = dice.pick(leaves)
  field.presence[graph] ??= { isExternal: true }
  for (const owner of [target.name, ...target.interfaces]) passed.fields.add(`${owner}.${field.name}`)
  return field.name
}

/** Some fields fail for some objects; none of those that keys and required fields are made of. */
export function addFailures({ types }: Draft, passed: Passed, dice: Dice): void {
  for (const type of types) {
    if (type.kind === 'union' || type.kind === 'interface') continue
    for (const field of type.fields) {
      const isPart = field.keyPart !== undefined || field.name === 'at' || type.name === 'Spot'
      const takesParent = field.type.endsWith('!') && passed.types.has(type.name)
      const roots = type.name === 'Query' || type.name === 'Mutation'
      if (isPart || takesParent || passed.fields.has(`${type.name}.${field.name}`)) continue
      if (dice.chance(roots ? 0.05 : 0.12)) field.failsOneIn = 2 + dice.below(3)
    }
  }
}
