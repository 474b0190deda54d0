/** An operation as the engine receives it, and its preparation: ready, or not, and why. */
import type { DocumentNode, GraphQLError } from 'graphql'
import type { ClientPaths } from './run/client-paths.ts'
import type { Step } from './compile/compile.ts'
import { nothingRefused, type Refusals, type Subjects } from './document/filter.ts'
import type { Variables } from './run/run.ts'
import type { Values } from './run/values.ts'
import type { Writer } from './run/write.ts'

/** An operation that was parsed and validated. */
export interface Operation {
  readonly text: string
  readonly document: DocumentNode
  readonly operationName: string | undefined
  /** What the caller may see, as a key: operations of two callers are one only where it is the same. */
  readonly filterKey: string
  /** Whether nothing of it is run where a part of it may not be had. */
  readonly wholeOrNothing?: boolean
  /** Who asks, for a turn where many want something planned; empty for the hub itself. */
  readonly caller?: string | undefined
  /** Whether the answer is to be given as values, where it can; nothing of it is then cached, which a whole table would push everything out of. */
  readonly asValues?: boolean
}

/** Ready to run with these variables; or not: the variables are wrong, or Apollo's executor must run it, and why. */
export type Prepared =
  | {
      readonly kind: 'ready'
      readonly step: Step
      /** The variables of the plan, of those that the operation runs with. */
      readonly planVariables: (variables: Variables) => Variables
      readonly write: Writer
      readonly values: Values
      readonly clientPaths: ClientPaths
      /** What it asks for and its caller may not have. */
      readonly refused: readonly string[]
      /** Whether it asks for anything that not everyone may have. */
      readonly isProtected: boolean
    }
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLError[] }
  | { readonly kind: 'apollo'; readonly reason: string }
  | Denied

/** An operation that was prepared and is not run. */
export interface UnrunOperation {
  /** As its caller sent it, valid, with one operation. */
  readonly document: DocumentNode
  readonly variables: Variables
  /** Null where nothing here plans it. */
  readonly prepared: Exclude<Prepared, { kind: 'refused' }> | null
}

/** Nothing of it may be run: it asks for these, which are protected, and cannot be run without them. */
export interface Denied {
  readonly kind: 'denied'
  readonly refused: readonly string[]
}

/** What callers may have, by filter key; the empty key stands for those who may have nothing that is protected. */
export interface Guard {
  refusals(filterKey: string): Refusals
  readonly subjects: Subjects
}

export const noGuard: Guard = { refusals: () => nothingRefused, subjects: new Map() }
