/**
 * The resolvers of a slice's own things that are looked up by a key: one by its key, several by their keys, and the reference of federation.
 * Made here from one declaration, so that batch-read/entities.ts may read what they would answer without calling them.
 */

/** Entities of one kind or several, each with a key that clients write. */
export interface Entities<Row, Kind extends string, Context> {
  /** The interface or type in the schema: `Shop`. */
  readonly type: string
  /** The field with the key, which is also the argument of the field that looks up one; that of several is its plural. */
  readonly key: string & keyof Row
  /** The property of a row that says of which kind it is, and the type of each kind. */
  readonly kind: string & keyof Row
  readonly typeOf: Readonly<Record<Kind, string>>
  /** The key without padding. Throws where it is none, or none of this kind. */
  readonly parse: (key: string, kind?: Kind) => string
  /** Throws where so many may not be asked at once. */
  readonly checkMany: (keys: readonly string[]) => void
  readonly load: (key: string, context: Context) => Promise<Row | null>
}

/** What a resolver looks up, and how. */
export interface Lookup {
  readonly entities: Entities<never, string, never>
  readonly by: 'key' | 'keys' | 'reference'
  /** The only kind that it finds; any where undefined. */
  readonly kind: string | undefined
}

const lookups = new WeakMap<object, Lookup>()

/** What this resolver looks up; undefined for any that was not made here. */
export function lookupOf(resolver: object | undefined): Lookup | undefined {
  return resolver && lookups.get(resolver)
}

export function entityResolvers<Row, Kind extends string, Context>(entities: Entities<Row, Kind, Context>) {
  const { key, parse, load, checkMany, typeOf } = entities
  const made = <Resolver extends object>(resolver: Resolver, by: Lookup['by'], kind?: Kind): Resolver => {
    lookups.set(resolver, { entities: entities as unknown as Lookup['entities'], by, kind })
    return resolver
  }
  type KeyArguments = Readonly<Record<string, string>>
  return {
    /** The field that looks up one thing: of this kind, or of any. */
    one: (kind?: Kind) =>
      made(
        (_: unknown, args: KeyArguments, context: Context) => load(parse(args[key] ?? '', kind), context),
        'key',
        kind,
      ),
    /** The field that looks up several, each null where it is not there. */
    many: made((_: unknown, args: Readonly<Record<string, readonly string[]>>, context: Context) => {
      const keys = args[`${key}s`] ?? []
      checkMany(keys)
      return keys.map(async (entityKey) => load(parse(entityKey), context))
    }, 'keys'),
    reference: made(
      (args: KeyArguments, context: Context) => load(parse(args[key] ?? ''), context),
      'reference',
    ),
    resolveType: (row: Row) => typeOf[row[entities.kind] as Kind],
  }
}
