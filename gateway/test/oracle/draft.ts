/** A model while it is made: the same parts, not yet fixed. */
import type { ArgumentModel, FieldModel, FieldPresence, Model, Presence, TypeModel } from './model.ts'

export interface FieldDraft extends FieldModel {
  failsOneIn: number
  readonly presence: Record<string, FieldPresence>
}

export interface TypeDraft extends TypeModel {
  readonly interfaces: string[]
  readonly presence: Record<string, Presence>
  readonly fields: FieldDraft[]
}

export interface Draft extends Model {
  readonly types: TypeDraft[]
}

export interface FieldSketch {
  readonly args?: readonly ArgumentModel[]
  readonly keyPart?: FieldModel['keyPart']
  readonly presence?: FieldPresence
}

export function newField(
  name: string,
  type: string,
  graphs: readonly string[],
  { args = [], keyPart, presence = {} }: FieldSketch = {},
): FieldDraft {
  return {
    name,
    type,
    args,
    ...(keyPart && { keyPart }),
    failsOneIn: 0,
    presence: Object.fromEntries(graphs.map((graph) => [graph, presence])),
  }
}

export function newType(
  name: string,
  kind: TypeModel['kind'],
  presence: Record<string, Presence>,
  parts: Partial<Pick<TypeDraft, 'fields' | 'members' | 'interfaces'>> = {},
): TypeDraft {
  return { name, kind, interfaces: [], members: [], fields: [], ...parts, presence }
}

export function typeIn({ types }: Draft, name: string): TypeDraft {
  const type = types.find((one) => one.name === name)
  if (!type) throw new Error(`No type ${name}`)
  return type
}

export function graphsOf(type: TypeModel): string[] {
  return Object.keys(type.presence)
}

/** The object types of which an interface is implemented. */
export function implementersOf({ types }: Draft, name: string): TypeDraft[] {
  return types.filter((type) => type.kind !== 'interface' && type.interfaces.includes(name))
}
