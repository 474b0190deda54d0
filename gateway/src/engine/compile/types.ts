import type { IsObjectType } from './data.ts'

/** What a plan's execution needs to know of the supergraph's types. */
export interface Types {
  /** Whether an object of the type named meets a condition on a type. */
  fits(typeName: unknown, condition: string): boolean
  readonly isObject: IsObjectType
}
