/** What resolvers declare of themselves, so that what they would answer can be read without calling them (batch-read/records.ts). */
import type { RecordShape } from './record-shape.ts'

const recordFields = new WeakMap<object, RecordShape>()
const roots = new WeakMap<object, string>()

/** Declares that this resolver answers the record of its subject. */
export function answersRecord<Resolver extends object>(resolver: Resolver, shape: RecordShape): Resolver {
  recordFields.set(resolver, shape)
  return resolver
}

/** Declares that this resolver answers the record whose root id is this argument. */
export function answersSubject<Resolver extends object>(resolver: Resolver, argument: string): Resolver {
  roots.set(resolver, argument)
  return resolver
}

/** The argument with the root id, where the resolver was declared to answer such a record. */
export function subjectArgumentOf(resolver: object | undefined): string | undefined {
  return resolver && roots.get(resolver)
}

/** The shape of the record, where the resolver was declared to answer one. */
export function recordShapeOf(resolver: object | undefined): RecordShape | undefined {
  return resolver && recordFields.get(resolver)
}
