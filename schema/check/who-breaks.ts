/**
 * Whom a change breaks: each operation that uses what changes, with the paths in it. A change that nobody uses is allowed; one in use is refused,
 * unless what is used was deprecated, or stands in a field that was, and its sunset date has passed.
 */
import { validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import { deprecationAt, parseCoordinate } from './coordinates.ts'
import { sunsetIn } from './dates.ts'
import type { CheckedOperation } from './operations.ts'
import { usesOf, type Use } from './operation-uses.ts'
import type { ChangeKind, SchemaChange } from './schema-changes.ts'

/** An operation of one consumer that a change concerns. */
export interface Concern extends CheckedOperation {
  /** Where in the operation, each once. */
  readonly paths: readonly string[]
  /** Whether only the value of a variable decides. */
  readonly isPossible: boolean
  /** What was deprecated until a date that has passed; undefined where nothing was, at any of the paths. */
  readonly sunset: string | undefined
}

export interface CheckedChange extends SchemaChange {
  readonly concerns: readonly Concern[]
  /** Refused where it breaks someone before the sunset; dangerous changes never are. */
  readonly verdict: 'refused' | 'unused' | 'sunset passed' | 'dangerous'
}

export interface Versions {
  readonly before: GraphQLSchema
  readonly after: GraphQLSchema
  /** ISO 8601 date. */
  readonly today: string
}

/** Uses of the schema before, worked out once for a document. */
export type UsesOf = (document: DocumentNode) => readonly Use[]

export function rememberUses(schema: GraphQLSchema): UsesOf {
  const known = new Map<DocumentNode, readonly Use[]>()
  return (document) => {
    const uses = known.get(document) ?? usesOf(document, schema)
    known.set(document, uses)
    return uses
  }
}

/** The changes with those whom they concern, and one more for each operation that no longer holds although no change says why. */
export function findWhoBreaks(
  changes: readonly SchemaChange[],
  operations: readonly CheckedOperation[],
  versions: Versions,
  uses: UsesOf,
): readonly CheckedChange[] {
  const holds = validity(versions)
  const checked = changes.map((change): CheckedChange => {
    const isConcerned = concernsOf(change)
    const concerns = operations.flatMap((one) => concernOf(change, isConcerned, one, versions, uses, holds))
    return { ...change, concerns, verdict: verdictOf(change, concerns) }
  })
  const explained = new Set(checked.flatMap(({ concerns }) => concerns.map(({ document }) => document)))
  return [...checked, ...unexplained(changes, operations, uses, holds, explained)]
}

function concernOf(
  change: SchemaChange,
  isConcerned: (use: Use) => boolean,
  checked: CheckedOperation,
  { before, today }: Versions,
  uses: UsesOf,
  holds: Validity,
): readonly Concern[] {
  const found = uses(checked.document).filter(isConcerned)
  if (found.length === 0) return []
  // What goes into the graph may still fit: a number for one that must be given, a variable that is never null.
  if (isOfInput(change.kind) && !found.some(({ isPossible }) => isPossible) && holds.after(checked.document))
    return []
  const certain = found.filter(({ isPossible }) => !isPossible)
  const shown = certain.length > 0 ? certain : found
  const sunsets = shown.map((use) => sunsetOf(use, change, before, today))
  return [
    {
      ...checked,
      paths: [...new Set(shown.map(({ path }) => path))],
      isPossible: certain.length === 0,
      sunset: sunsets.every((one) => one !== undefined) ? sunsets[0] : undefined,
    },
  ]
}

/** Changes that an operation survives where what it sends fits the new type as well. */
function isOfInput(kind: ChangeKind): boolean {
  return kind === 'ARG_CHANGED_KIND'
}

/** Whether a use is of what changes. */
function concernsOf({ kind, coordinate, inherited }: SchemaChange): (use: Use) => boolean {
  const tests = [coordinate, ...inherited].map((one) => concernsOfKind(kind, one))
  return (use) => tests.some((isConcerned) => isConcerned(use))
}

function concernsOfKind(kind: ChangeKind, coordinate: string): (use: Use) => boolean {
  const { type = '', member = '', argument = '', directive = '' } = parseCoordinate(coordinate)
  const isUseOf =
    (what: string) =>
    ({ coordinate: used }: Use): boolean =>
      used === what
  const field = isUseOf(`${type}.${member}`)
  switch (kind) {
    // It is a field that is asked, with or without the argument.
    case 'REQUIRED_ARG_ADDED':
      return field
    case 'ARG_DEFAULT_VALUE_CHANGE':
      return (use) => field(use) && use.given?.has(argument) === false
    case 'REQUIRED_INPUT_FIELD_ADDED':
    case 'VALUE_ADDED_TO_ENUM':
      return isUseOf(type)
    case 'REQUIRED_DIRECTIVE_ARG_ADDED':
      return isUseOf(`@${directive}`)
    // Whoever does not know of it goes on as before.
    case 'OPTIONAL_INPUT_FIELD_ADDED':
    case 'OPTIONAL_ARG_ADDED':
      return () => false
    default:
      return isUseOf(coordinate)
  }
}

/** The sunset that has passed, of what is used or of a field around it. */
function sunsetOf(
  use: Use,
  { coordinate, inherited }: SchemaChange,
  schema: GraphQLSchema,
  today: string,
): string | undefined {
  const own = [coordinate, ...inherited].filter((one) => one === use.coordinate)
  for (const one of [...own, use.coordinate, ...use.within]) {
    const reason = deprecationAt(schema, one)
    const sunset = reason === undefined ? undefined : sunsetIn(reason)
    if (sunset !== undefined && sunset < today) return sunset
  }
  return undefined
}

function verdictOf({ severity }: SchemaChange, concerns: readonly Concern[]): CheckedChange['verdict'] {
  if (severity === 'dangerous') return 'dangerous'
  if (concerns.length === 0) return 'unused'
  return concerns.every(({ sunset }) => sunset !== undefined) ? 'sunset passed' : 'refused'
}

interface Validity {
  /** Undefined where it does not hold before the change either. */
  fault(document: DocumentNode): string | undefined
  after(document: DocumentNode): boolean
}

function validity({ before, after }: Versions): Validity {
  const known = new Map<DocumentNode, readonly string[]>()
  const faults = (document: DocumentNode): readonly string[] => {
    const found = known.get(document) ?? validate(after, document).map(({ message }) => message)
    known.set(document, found)
    return found
  }
  return {
    after: (document) => faults(document).length === 0,
    fault(document) {
      const [first] = faults(document)
      return first !== undefined && validate(before, document).length === 0 ? first : undefined
    },
  }
}

/** Only an operation that uses a type of a breaking change can stop to hold. */
function unexplained(
  changes: readonly SchemaChange[],
  operations: readonly CheckedOperation[],
  uses: UsesOf,
  holds: Validity,
  explained: ReadonlySet<DocumentNode>,
): readonly CheckedChange[] {
  const types = new Set(
    changes
      .filter(({ severity }) => severity === 'breaking')
      .flatMap(({ coordinate, inherited }) =>
        [coordinate, ...inherited].map((one) => parseCoordinate(one).type ?? one),
      ),
  )
  if (types.size === 0) return []
  const byFault = new Map<string, Concern[]>()
  for (const checked of operations) {
    if (explained.has(checked.document)) continue
    if (!uses(checked.document).some(({ coordinate }) => types.has(typeOf(coordinate)))) continue
    const fault = holds.fault(checked.document)
    if (fault === undefined) continue
    const concern = { ...checked, paths: [], isPossible: false, sunset: undefined }
    byFault.set(fault, [...(byFault.get(fault) ?? []), concern])
  }
  return [...byFault].map(([message, concerns]) => ({
    kind: 'OPERATION_INVALID',
    severity: 'breaking',
    coordinate: '',
    inherited: [],
    message,
    concerns,
    verdict: 'refused',
  }))
}

function typeOf(coordinate: string): string {
  return parseCoordinate(coordinate).type ?? coordinate
}
