/**
 * The engine, with every request for protected data logged before its answer leaves, whichever endpoint it came by. Where the logs do not take it, or
 * it is about too many people, the operation is run as the public's: protected fields are null, with the reason, and the rest is answered.
 */
import { coordinatesIn } from '@samenhang/subgraph-kit/access/enforce'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { andThen } from '@samenhang/subgraph-kit/promise-or-value'
import { GraphQLError, Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import type { WithConsent } from '../access/consent.ts'
import type { Permissions } from '../access/permissions.ts'
import type { Engine, Operation, Outcome, Variables } from '../engine/engine.ts'
import { conditionsOf, decideConditions } from '../engine/document/conditions.ts'
import { onlyOperation } from '../engine/document/reachable.ts'
import { bind } from '../engine/variables.ts'
import type { RequestContext } from '../access/request-context.ts'
import type { Audit } from './audit.ts'
import type { DomainsOf } from './domains.ts'

export interface AuditedEngineOptions {
  readonly audit: Pick<Audit, 'record'>
  readonly permissions: Permissions
  readonly domainsOf: DomainsOf
  readonly withConsent: WithConsent
}

type Protected = Extract<Outcome, { kind: 'answered' | 'denied' }>

/** All members but `run` are those of the engine. */
export function auditedEngine(
  engine: Engine<RequestContext>,
  { audit, permissions, domainsOf, withConsent }: AuditedEngineOptions,
): Engine<RequestContext> {
  const coordinatesByDocument = new WeakMap<DocumentNode, ReadonlySet<string>>()
  /** The fields of the last key, by document: callers of one kind repeat the same operation. */
  const last = new WeakMap<DocumentNode, { readonly key: string; readonly fields: readonly string[] }>()
  /** The variables of a document's conditions; null where it has none. */
  const deciding = new WeakMap<DocumentNode, readonly string[] | null>()
  const isGuarded = new Set(permissions.coordinates)

  /** Its protected fields that this key allows and whose conditions hold. */
  function fieldsRead(operation: Operation, variables: Variables): readonly string[] {
    const { document, operationName, filterKey } = operation
    let names = deciding.get(document)
    if (names === undefined) deciding.set(document, (names = decidingIn(document)))
    const key = names
      ? JSON.stringify([filterKey, operationName, names.map((name) => variables[name])])
      : filterKey
    const previous = last.get(document)
    if (previous?.key === key) return previous.fields
    const coordinates = names
      ? coordinatesOf(asRun(operation, variables, engine))
      : cachedCoordinatesOf(document)
    const fields = readOf(coordinates, filterKey)
    last.set(document, { key, fields })
    return fields
  }

  const coordinatesOf = (document: DocumentNode) => coordinatesIn(document, engine.apiSchema)

  function cachedCoordinatesOf(document: DocumentNode): ReadonlySet<string> {
    let coordinates = coordinatesByDocument.get(document)
    if (!coordinates) coordinatesByDocument.set(document, (coordinates = coordinatesOf(document)))
    return coordinates
  }

  function readOf(coordinates: ReadonlySet<string>, filterKey: string): readonly string[] {
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
    const fields = isAnswered ? fieldsRead(operation, variables) : []
    const refused = isAnswered
      ? [...new Set(outcome.refused.map(({ coordinate }) => coordinate))]
      : outcome.refused
    const subjects = isAnswered ? outcome.subjects : []
    if (fields.length + refused.length + subjects.length + alarms.size === 0) return outcome
    if (context.isCanary === true && fields.length + subjects.length === 0) return outcome
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
        subjects,
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
      error instanceof HubError
        ? error
        : new HubError('LOG_UNAVAILABLE', 'Personal data is withheld: the access log is unavailable.')
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
    const placed = open.refused.map(({ path }) => new GraphQLError(message, { path, extensions }))
    return { ...open, errors: [...open.errors, ...placed], refused: [] }
  }

  return {
    ...engine,
    get weight() {
      return engine.weight
    },
    run(operation, variables, received) {
      const startedAt = Date.now()
      const { caller } = received
      const access = withConsent(caller.access, () => fieldsRead(operation, variables))
      const context =
        access === caller.access
          ? received
          : (Object.create(received, { caller: { value: { ...caller, access } } }) as RequestContext)
      return andThen(engine.run(operation, variables, context), (outcome) =>
        outcome.kind === 'denied' || (outcome.kind === 'answered' && outcome.isProtected)
          ? recorded(outcome, operation, variables, received, startedAt)
          : outcome,
      )
    },
  }
}

function operationsIn({ definitions }: DocumentNode): readonly OperationDefinitionNode[] {
  return definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
}

function decidingIn(document: DocumentNode): readonly string[] | null {
  const conditions = conditionsOf(document)
  return operationsIn(document).length > 1 ? (conditions ?? []) : conditions
}

/** The part of a document that the engine runs for these variables: one operation, its conditions applied. */
function asRun(
  { document, operationName }: Operation,
  variables: Variables,
  { apiSchema }: Pick<Engine<RequestContext>, 'apiSchema'>,
): DocumentNode {
  const selected = onlyOperation(document, operationName)
  const [operation] = operationsIn(selected)
  const values = operation ? bind(operation, variables, { apiSchema }) : []
  return Array.isArray(values) ? document : decideConditions(selected, values, [])
}

function nameOf({ definitions }: DocumentNode): string | null {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  return operation?.name?.value ?? null
}
