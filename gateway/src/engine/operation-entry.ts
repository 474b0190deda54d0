/** An operation in the cache of prepared operations: what every request of it shares, and how much memory that takes. */
import { OperationTypeNode, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import type { Step } from './compile/compile.ts'
import type { Refusals } from './document/filter.ts'
import type { Prepared } from './prepared.ts'

export interface OperationEntry {
  readonly key: string
  /** Without locations. */
  readonly operation: OperationDefinitionNode
  readonly document: DocumentNode
  readonly refusals: Refusals
  /** Whether a part of it is protected. */
  readonly isProtected: boolean
  readonly conditions: readonly string[] | null
  readonly fallback: Prepared | null
  /** By the values of its conditions. */
  readonly variants: Map<string, Prepared | Promise<Prepared>>
}

/** Measured: a parsed text takes at most 94 bytes a character, and as much again for what writes its answers. */
export function weightOf({ key, variants }: OperationEntry): number {
  let weight = 2_000 + 100 * key.length
  for (const variant of variants.values())
    weight +=
      'kind' in variant && variant.kind === 'ready' ? 100 * key.length + weightOfStep(variant.step) : 200
  return weight
}

/** Measured on plans of two to thirty fetches. */
export function weightOfStep(step: Step): number {
  if (step.kind === 'fetch') return 4_000 + 2 * step.fetch.request.query.length
  return step.steps.reduce((weight, child) => weight + weightOfStep(child), 200)
}

/** The document without the locations of its nodes, which take more memory than the nodes. */
export function withoutLocations(document: DocumentNode): DocumentNode {
  if (!document.loc) return document
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]) => (name === 'loc' ? [] : [[name, copy(part)]])),
    )
  }
  return copy(document) as DocumentNode
}

/** Why Apollo's executor must run the operation; null where the engine can. */
export function whyApollo(document: DocumentNode, operation: OperationDefinitionNode): string | null {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) return 'subscription'
  let reason: string | null = null
  visit(document, {
    Field({ name }) {
      if (name.value === '__schema' || name.value === '__type') reason = 'introspection'
    },
  })
  return reason
}
