/**
 * The engine, with every request for protected data in the logs before its answer leaves, by whichever door it came. Where the logs do not take it,
 * or it is about too many, the same operation is run as the public's: what is protected stays null, with the reason, and the rest goes on.
 */
import { coordinatesIn } from '@samenhang/subgraph-kit/access/enforce'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { soon } from '@samenhang/subgraph-kit/soon'
import { GraphQLError, Kind, type DocumentNode } from 'graphql'
import type { Permissions } from '../access/permissions.ts'
import type { Engine, Operation, Outcome, Variables } from '../engine/engine.ts'
import type { RequestContext } from '../fetch.ts'
import type { Audit } from './audit.ts'
import type { DomainsOf } from './domains.ts'

export interface AuditedEngineOptions {
  readonly audit: Pick<Audit, 'record'>
  readonly permissions: Permissions
  readonly domainsOf: DomainsOf
}

type Protected = Extract<Outcome, { kind: 'answered' | 'denied' }>

/** All but `run` is the engine's own. */
export function auditedEngine(
  engine: Engine<RequestContext>,
  { audit, permissions, domainsOf }: AuditedEngineOptions,
): Engine<RequestContext> {
  const asked = new WeakMap<DocumentNode, ReadonlySet<string>>()
  /** What the last key comes to, by document: callers of one kind ask the same again and again. */
  const last = new WeakMap<DocumentNode, { readonly key: string; readonly fields: readonly string[] }>()
  const isGuarded = new Set(permissions.coordinates)

  /** What of it is protected and allowed by this key. */
  function fieldsRead({ document, filterKey }: Operation): readonly string[] {
    const known = last.get(document)
    if (known?.key === filterKey) return known.fields
    const fields = findFields(document, filterKey)
    last.set(document, { key: filterKey, fields })
    return fields
  }

  function findFields(document: DocumentNode, filterKey: string): readonly string[] {
    let coordinates = asked.get(document)
    if (!coordinates) asked.set(document, (coordinates = coordinatesIn(document, engine.apiSchema)))
    const refusals = permissions.refusals(filterKey)
    return [...coordinates].filter((coordinate) => {
      const [type = '', field] = coordinate.split('.')
      if (field === undefined || refusals.type(type)) return false
      return (isGuarded.has(coordinate) || isGuarded.has(type)) && !refusals.field(type, field)
    })
  }

  async function recorded(
    outcome: Protected,
    operation: Operation,
    variables: Variables,
    context: RequestContext,
    startedAt: number,
  ): Promise<Outcome> {
    const { caller, client, alarms } = context
    const { actor, purpose } = caller.access
    const isAnswered = outcome.kind === 'answered'
    const fields = isAnswered ? fieldsRead(operation) : []
    const refused = isAnswered
      ? [...new Set(outcome.refused.map(({ coordinate }) => coordinate))]
      : outcome.refused
    try {
      await audit.record({
        traceId: caller.traceId,
        actor,
        client,
        activity: purpose,
        operation: operation.operationName ?? nameOf(operation.document),
        fields,
        domains: domainsOf(fields),
        refused,
        subjects: isAnswered ? outcome.subjects : [],
        alarms: [...alarms],
        startedAt,
      })
      return outcome
    } catch (error) {
      return withheld(error, operation, variables, context)
    }
  }

  async function withheld(
    error: unknown,
    operation: Operation,
    variables: Variables,
    context: RequestContext,
  ): Promise<Outcome> {
    const { message, extensions } =
      error instanceof HubError ? error : new HubError('LOG_UNAVAILABLE', 'Protected data are not given.')
    const nothing: Outcome = {
      kind: 'answered',
      text: null,
      errors: [new GraphQLError(message, { extensions })],
      incomplete: [],
      refused: [],
      subjects: [],
      isProtected: true,
    }
    if (operation.wholeOrNothing) return nothing
    const open = await engine.run({ ...operation, filterKey: '' }, variables, context)
    if (open.kind !== 'answered') return nothing
    const places = open.refused.map(({ path }) => new GraphQLError(message, { path, extensions }))
    return { ...open, errors: [...open.errors, ...places], refused: [] }
  }

  return {
    ...engine,
    get weight() {
      return engine.weight
    },
    run(operation, variables, context) {
      const startedAt = Date.now()
      return soon(engine.run(operation, variables, context), (outcome) =>
        outcome.kind === 'denied' || (outcome.kind === 'answered' && outcome.isProtected)
          ? recorded(outcome, operation, variables, context, startedAt)
          : outcome,
      )
    },
  }
}

function nameOf({ definitions }: DocumentNode): string | null {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  return operation?.name?.value ?? null
}
