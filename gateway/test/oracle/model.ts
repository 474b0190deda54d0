/**
 * A made federation as plain data: every type with its fields, and what each subgraph has of them. What subgraphs serve and what the oracle
 * expects are both read from this one model, and a failing one can be made smaller by leaving parts out.
 */

export interface Model {
  readonly graphs: readonly string[]
  readonly types: readonly TypeModel[]
}

export interface TypeModel {
  readonly name: string
  /** An entity has keys; a value has none and is the same in every subgraph. Roots are values. */
  readonly kind: 'entity' | 'value' | 'interface' | 'union'
  /** The interfaces that it implements. */
  readonly interfaces: readonly string[]
  /** Of a union. */
  readonly members: readonly string[]
  /** By subgraph. */
  readonly presence: Readonly<Record<string, Presence>>
  readonly fields: readonly FieldModel[]
}

export interface Presence {
  /** Its keys there, each a set of fields. */
  readonly keys: readonly string[]
  /** An interface that the subgraph knows as an object. */
  readonly isInterfaceObject?: boolean
}

export interface FieldModel {
  readonly name: string
  /** As in SDL: `[[Int!]]`. */
  readonly type: string
  readonly args: readonly ArgumentModel[]
  /** Which part of an object's number it holds, of a field that keys are made of. */
  readonly keyPart?: 'whole' | 'half' | 'rest'
  /** Its resolver throws for one of so many objects; 0 for none. */
  readonly failsOneIn: number
  /** By subgraph. */
  readonly presence: Readonly<Record<string, FieldPresence>>
}

export interface ArgumentModel {
  readonly name: string
  readonly type: string
  /** As in SDL. */
  readonly defaultValue?: string
}

export interface FieldPresence {
  readonly isShareable?: boolean
  readonly isExternal?: boolean
  readonly requires?: string
  readonly provides?: string
}

/** Things that every subgraph declares alike. */
export const shared = `
enum Unit { CM INCH MILE }
scalar Raw
input Range { from: Int = 1 to: Int unit: Unit = CM }
`

/** The name of what a type wraps: `Int` of `[[Int!]]`. */
export function nameIn(type: string): string {
  return type.replaceAll(/[[\]!]/g, '')
}

/** What has to be known of a model to run it, looked up once. */
export interface Lookup {
  readonly type: (name: string) => TypeModel
  /** A field that objects of this type have, those of an interface object included. */
  readonly field: (type: string, name: string) => FieldModel | undefined
  /** The object types that a type stands for. */
  readonly objects: (name: string) => readonly string[]
}

export function lookup({ types }: Model): Lookup {
  const byName = new Map(types.map((type) => [type.name, type]))
  const fields = new Map(
    types.map((type) => {
      const inherited = type.interfaces.flatMap((name) => byName.get(name)?.fields ?? [])
      return [type.name, new Map([...inherited, ...type.fields].map((field) => [field.name, field]))]
    }),
  )
  const type = (name: string): TypeModel => {
    const found = byName.get(name)
    if (!found) throw new Error(`No type ${name}`)
    return found
  }
  const objects = (name: string): readonly string[] => {
    const { kind, members } = type(name)
    if (kind === 'union') return members
    if (kind !== 'interface') return [name]
    return types
      .filter((one) => one.kind !== 'interface' && one.interfaces.includes(name))
      .map((one) => one.name)
  }
  return { type, objects, field: (of, name) => fields.get(of)?.get(name) }
}
