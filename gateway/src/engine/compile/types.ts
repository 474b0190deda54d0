import type { IsObjectType } from './data.ts'

/** What has to be known of the types of a supergraph to run plans. */
export interface Types {
  /** Whether an object of the type named meets a condition on a type. */
  fits(typeName: unknown, condition: string): boolean
  readonly isObject: IsObjectType
}
