/**
 * Which operations a change can plan anew: those that use a type or field whose place among the subgraphs differs between two supergraphs, or one
 * that is computed from such a field. All others keep the plan they have.
 */
import {
  Kind,
  print,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql'
import type { Use } from './operation-uses.ts'

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

/** The coordinates of types and fields that differ; a type that differs stands for all of its fields. */
export function findMoved(before: DocumentNode, after: DocumentNode): ReadonlySet<string> {
  const [was, is] = [typesOf(before), typesOf(after)]
  const moved = new Set<string>()
  for (const [name, old] of was) {
    const now = is.get(name)
    if (!now) continue
    if (headOf(old) !== headOf(now)) {
      moved.add(name)
      continue
    }
    for (const field of differing(old, now)) moved.add(`${name}.${field}`)
  }
  for (let size = -1; size < moved.size;) {
    size = moved.size
    for (const types of [was, is]) for (const type of types.values()) spread(type, moved)
  }
  return moved
}

/** Whether an operation with these uses may be planned in another way. */
export function isTouched(uses: readonly Use[], moved: ReadonlySet<string>): boolean {
  return uses.some(
    ({ coordinate }) => moved.has(coordinate) || moved.has(coordinate.split('.')[0] ?? coordinate),
  )
}

function typesOf({ definitions }: DocumentNode): ReadonlyMap<string, Fielded> {
  return new Map(definitions.filter(isFielded).map((node) => [node.name.value, node]))
}

function isFielded(node: DefinitionNode): node is Fielded {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
}

function headOf({ kind, interfaces = [], directives = [] }: Fielded): string {
  return [kind, ...interfaces.map(({ name }) => name.value), ...joinsOf(directives)].sort().join('\n')
}

/** A field that goes has no plan any more, and nothing asks one that comes. */
function differing(old: Fielded, now: Fielded): readonly string[] {
  const was = new Map((old.fields ?? []).map((field) => [field.name.value, shapeOf(field)]))
  return (now.fields ?? []).flatMap((field) => {
    const shape = was.get(field.name.value)
    return shape === undefined || shape === shapeOf(field) ? [] : [field.name.value]
  })
}

/** What planning and the size of an answer go by. Arguments are sent to where the field is; of these only a page by default counts. */
function shapeOf({ arguments: given = [], type, directives = [] }: FieldDefinitionNode): string {
  const page = given.find(({ name }) => name.value === 'first')?.defaultValue
  return [print(type).replaceAll('!', ''), page ? print(page) : '', ...joinsOf(directives)].join('\n')
}

function joinsOf(directives: readonly ConstDirectiveNode[]): readonly string[] {
  return directives.filter(({ name }) => name.value.startsWith('join__')).map(print)
}

/** From a field to those that require it, to its type where it is a key, and between an interface and its types. */
function spread(type: Fielded, moved: Set<string>): void {
  const name = type.name.value
  const above = (type.interfaces ?? []).map((one) => one.name.value)
  const isMoved = (field: string) => moved.has(name) || moved.has(`${name}.${field}`)
  for (const key of fieldSets(type.directives, 'key'))
    if (namesIn(key).some((field) => moved.has(`${name}.${field}`))) moved.add(name)
  for (const field of type.fields ?? []) {
    const own = field.name.value
    const required = fieldSets(field.directives, 'requires').flatMap(namesIn)
    if (required.some((one) => [...moved].some((other) => other === name || other.endsWith(`.${one}`))))
      moved.add(`${name}.${own}`)
    for (const one of above) {
      if (isMoved(own)) moved.add(`${one}.${own}`)
      else if (moved.has(`${one}.${own}`) || moved.has(one)) moved.add(`${name}.${own}`)
    }
  }
}

function fieldSets(
  directives: readonly ConstDirectiveNode[] | undefined,
  argument: 'key' | 'requires',
): readonly string[] {
  return (directives ?? []).flatMap(({ arguments: given = [] }) =>
    given.flatMap(({ name, value }) => {
      const set: unknown = valueFromASTUntyped(value)
      return name.value === argument && typeof set === 'string' ? [set] : []
    }),
  )
}

function namesIn(set: string): readonly string[] {
  return set.match(/\w+/g) ?? []
}
