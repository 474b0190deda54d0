/**
 * Declares what a resolver makes of the record that it is given, so that records.ts makes the same without graphql-js: from which
 * properties, and how. The resolver and the declaration are one, so the two cannot disagree.
 */

/** How a field follows from properties of its record. */
export interface FromColumns {
  readonly properties: readonly string[]
  readonly make: (record: never) => unknown
  /** The only fields of what is made that stand in it; all of them where undefined. */
  readonly fields?: readonly string[] | undefined
}

const declared = new WeakMap<object, FromColumns>()

/** The resolver of a field that follows from these properties alone. */
export function fromColumns<Row, Property extends string & keyof Row, Made>(
  properties: readonly Property[],
  make: (record: Pick<Row, Property>) => Made,
): (record: Row) => Made {
  const resolver = (record: Row): Made => make(record)
  declared.set(resolver, { properties, make })
  return resolver
}

/** The resolver as it is, and how these fields of what it answers can be had from properties of the record instead. */
export function alsoFromColumns<Resolver extends object>(resolver: Resolver, instead: FromColumns): Resolver {
  declared.set(resolver, instead)
  return resolver
}

/** How the field of this resolver follows from its record; undefined for any that was not declared. */
export function fromColumnsOf(resolver: object | undefined): FromColumns | undefined {
  return resolver && declared.get(resolver)
}
