/**
 * What operations cost on a supergraph, worked out without running them: requests to subgraphs as the engine would make them, and objects of the
 * answer, both at most. Plans in this process, for a command of its own; a gateway plans in others.
 */
import { Kind, validate, visit, type DocumentNode, type TypeNode, type VariableDefinitionNode } from 'graphql'
import { readPolicy } from '../access/policy.ts'
import { compilePlan, fetchesIn, NotCompiled } from '../engine/compile/compile.ts'
import { typesOf } from '../engine/compile/representation.ts'
import { canonicalOperation } from '../engine/document/canonical.ts'
import { decideConditions, typeNameOnly } from '../engine/document/conditions.ts'
import { separateAliases } from '../engine/document/separate-aliases.ts'
import { createPlanner } from '../engine/planning/plan.ts'
import { planHere } from '../engine/planning/plan-here.ts'
import { NotPlanned } from '../engine/planning/planning.ts'
import { graphsByName } from '../engine/supergraph/join-directives.ts'
import { answerSize } from '../limits/answer-size.ts'
import { limits } from '../limits/limits.ts'

export interface OperationCost {
  readonly fetches: number
  readonly objects: number
}

/** Gives null for a document that this supergraph cannot run, or cannot plan. */
export function costMeter(supergraphSdl: string): (document: DocumentNode) => Promise<OperationCost | null> {
  const planner = createPlanner(readPolicy(supergraphSdl).sdl, planHere)
  const types = typesOf(planner.supergraph)
  const narrowing = {
    schema: planner.apiSchema,
    supergraph: planner.supergraph,
    graphOf: graphsByName(planner.supergraph),
    isProtected: () => false,
  }
  return async (document) => {
    if (validate(planner.apiSchema, document).length > 0) return null
    const variables = document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : [],
    )
    const objects = answerSize(document, planner.apiSchema)(mostOf(variables))
    const included = decideConditions(
      separateAliases(document, planner.apiSchema),
      includingAll(document),
      typeNameOnly,
    )
    const canonical = canonicalOperation(included, planner.apiSchema)
    try {
      const plan = await planner.plan(canonical.document)
      const step = compilePlan(plan, canonical.operation, types, planner.repaired, narrowing)
      return { fetches: fetchesIn(step).length, objects }
    } catch (error) {
      if (error instanceof NotPlanned || error instanceof NotCompiled) return null
      throw error
    }
  }
}

/** The largest pages and lists of codes that a client may ask for, where the operation leaves that to a variable without a default. */
function mostOf(definitions: readonly VariableDefinitionNode[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    definitions
      .filter(({ defaultValue }) => !defaultValue)
      .map(({ variable, type }) => [
        variable.name.value,
        isList(type) ? new Array(limits.page).fill('') : limits.page,
      ]),
  )
}

/** Values of conditions with which the most is asked. */
function includingAll(document: DocumentNode): Readonly<Record<string, boolean>> {
  const values: Record<string, boolean> = {}
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      const condition = given[0]?.value
      if (condition?.kind !== Kind.VARIABLE) return
      if (name.value === 'include') values[condition.name.value] = true
      else if (name.value === 'skip') values[condition.name.value] ??= false
    },
  })
  return values
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE
}
