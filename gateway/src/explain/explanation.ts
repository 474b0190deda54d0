/** What an operation would take, told without running any of it. Numbers are estimates: upper bounds, but for bytes and statements, which are about. */
import type { Access } from '@samenhang/subgraph-kit/caller'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { Kind } from 'graphql'
import type { Permissions } from '../access/permissions.ts'
import type { Explain } from '../access/refusal.ts'
import { fragmentsOf } from '../engine/document/fragments.ts'
import type { UnrunOperation } from '../engine/prepared.ts'
import { defaultsOf } from '../limits/answer-size.ts'
import { limits } from '../limits/limits.ts'
import type { BudgetLeft } from '../limits/object-budget.ts'
import { fetchCosts, type FetchCost } from './fetch-costs.ts'
import { personalFields, type PersonalField } from './personal-fields.ts'
import { sizeOfSelection } from './selection-size.ts'

type Variables = Readonly<Record<string, unknown>>

export interface Explanation {
  /** Nothing was run, so no number was counted. */
  readonly isEstimate: true
  /** Objects of the answer at most, and what one answer may have. */
  readonly objects: { readonly most: number; readonly limit: number }
  /** Bytes of the answer as JSON, about, if every list is as long as it may be. */
  readonly bytes: number
  /** What the caller may still ask for in this minute; null where it has no limit. */
  readonly budget: (BudgetLeft & { readonly isEnough: boolean }) | null
  /** Null where that is not known: `whyUnknown` says why. */
  readonly run: RunCost | null
  readonly whyUnknown: string | null
  readonly personal: readonly PersonalField[]
  /** The purpose that the caller named; null for none. */
  readonly purpose: string | null
}

export interface RunCost {
  readonly fetches: readonly FetchCost[]
  readonly subgraphs: readonly string[]
  /** Of all fetches: rows at most, statements and bytes about. */
  readonly statements: number
  readonly rows: number
  readonly bytes: number
}

export interface ExplainContext {
  readonly schema: GraphQLSchema
  readonly objects: number
  readonly budget: BudgetLeft | null
  readonly access: Access
  readonly permissions: Permissions
  readonly explain: Explain
}

export function explanationOf(
  { document, variables, prepared }: UnrunOperation,
  { schema, objects, budget, access, permissions, explain }: ExplainContext,
): Explanation {
  return {
    isEstimate: true,
    objects: { most: objects, limit: limits.objects },
    bytes: bytesOf(document, variables, schema),
    budget: budget && { ...budget, isEnough: objects <= budget.left },
    ...runOf(prepared, variables, schema, objects),
    personal: personalFields(document, schema, access, permissions, explain),
    purpose: access.purpose,
  }
}

function runOf(
  prepared: UnrunOperation['prepared'],
  variables: Variables,
  schema: GraphQLSchema,
  objects: number,
): Pick<Explanation, 'run' | 'whyUnknown'> {
  if (prepared?.kind === 'denied') return { run: summed([]), whyUnknown: null }
  if (prepared?.kind !== 'ready') {
    const whyUnknown = "It is run by Apollo's executor, which plans it when it runs."
    return { run: null, whyUnknown }
  }
  const fetches = fetchCosts(prepared.step, {
    ...{ schema, objects },
    variables: prepared.planVariables(variables),
  })
  return { run: summed(fetches), whyUnknown: null }
}

function summed(fetches: readonly FetchCost[]): RunCost {
  const total = (of: 'statements' | 'rows' | 'bytes') => fetches.reduce((sum, fetch) => sum + fetch[of], 0)
  return {
    fetches,
    subgraphs: [...new Set(fetches.map(({ subgraph }) => subgraph))].sort(),
    statements: total('statements'),
    rows: total('rows'),
    bytes: total('bytes'),
  }
}

function bytesOf(document: DocumentNode, variables: Variables, schema: GraphQLSchema): number {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const parent = operation && schema.getRootType(operation.operation)?.name
  if (!operation || parent === undefined) return 0
  const context = {
    ...{ schema, variables },
    fragments: fragmentsOf(document),
    defaults: defaultsOf(operation),
    counts: new Map<string, number>(),
  }
  const standing = { parent, count: 1, path: [], page: null }
  return 11 + sizeOfSelection(operation.selectionSet, standing, context).bytes
}
