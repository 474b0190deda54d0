/** The report as data for others: what `--json` prints and a release keeps. No parsed document is in it. */
import type { CheckReport } from './check-slice.ts'
import type { OperationCost } from './costs.ts'
import type { Finding, Location } from './finding.ts'
import type { RegisteredOperation, SeenOperation } from './operations.ts'

/** An operation, and whose it is. */
export interface PlainOperation {
  readonly id: string
  readonly name: string
  /** The application as it registered, or the client as it names itself; empty where it does not. */
  readonly client: string
  readonly version: string | null
  /** The team to tell; null where it is not known. */
  readonly owner: string | null
  readonly from: 'registered' | 'seen'
  readonly file: string | null
  readonly line: number | null
  /** ISO 8601 date; null where it was registered. */
  readonly lastSeen: string | null
  /** Requests; null where it was registered. */
  readonly count: number | null
}

export interface PlainConcern extends PlainOperation {
  readonly paths: readonly string[]
  /** Whether only the value of a variable decides. */
  readonly isPossible: boolean
  readonly sunset: string | null
}

export interface PlainChange {
  readonly kind: string
  readonly severity: 'breaking' | 'dangerous'
  readonly coordinate: string
  readonly inherited: readonly string[]
  readonly message: string
  readonly verdict: 'refused' | 'unused' | 'sunset passed' | 'dangerous'
  readonly location: Location | null
  readonly concerns: readonly PlainConcern[]
}

export interface PlainReport {
  readonly slice: string
  readonly base: number | null
  readonly today: string
  readonly isRefused: boolean
  readonly errors: readonly PlainFinding[]
  readonly hints: readonly PlainFinding[]
  readonly houseRules: readonly PlainFinding[]
  readonly changes: readonly PlainChange[]
  readonly deprecations: readonly {
    readonly coordinate: string
    readonly reason: string
    readonly sunset: string | null
    readonly fault: string | null
    readonly location: Location | null
    readonly users: readonly (PlainOperation & { readonly paths: readonly string[] })[]
  }[]
  readonly costs: {
    readonly planned: number
    readonly dearer: readonly (PlainOperation & {
      readonly before: OperationCost
      readonly after: OperationCost
    })[]
  }
  readonly unreadable: readonly (PlainOperation & { readonly reason: string })[]
  readonly operations: number
}

export interface PlainFinding {
  readonly code: string
  readonly message: string
  readonly location: Location | null
}

export function plainReport(report: CheckReport): PlainReport {
  const { slice, base, today, isRefused, operations, costs } = report
  return {
    slice,
    base,
    today,
    isRefused,
    errors: report.errors.map(plainFinding),
    hints: report.hints.map(plainFinding),
    houseRules: report.houseRules.map(plainFinding),
    changes: report.changes.map(
      ({ kind, severity, coordinate, inherited, message, verdict, location = null, concerns }) => ({
        ...{ kind, severity, coordinate, inherited, message, verdict, location },
        concerns: concerns.map(({ operation, paths, isPossible, sunset = null }) => ({
          ...plainOperation(operation),
          ...{ paths, isPossible, sunset },
        })),
      }),
    ),
    deprecations: report.deprecations.map(
      ({ coordinate, reason, sunset, fault, location = null, users }) => ({
        ...{ coordinate, reason, sunset, fault, location },
        users: users.map(({ operation, paths }) => ({ ...plainOperation(operation), paths })),
      }),
    ),
    costs: {
      planned: costs.planned,
      dearer: costs.dearer.map(({ operation, before, after }) => ({
        ...plainOperation(operation),
        ...{ before, after },
      })),
    },
    unreadable: report.unreadable.map(({ operation, reason }) => ({ ...plainOperation(operation), reason })),
    operations,
  }
}

function plainFinding({ code, message, location }: Finding): PlainFinding {
  return { code, message, location: location ?? null }
}

function plainOperation(operation: RegisteredOperation | SeenOperation): PlainOperation {
  const { id, name } = operation
  if ('app' in operation) {
    const { app, owner, file = null, line = null } = operation
    return {
      id,
      name,
      client: app,
      version: null,
      owner,
      from: 'registered',
      file,
      line,
      lastSeen: null,
      count: null,
    }
  }
  const { client, version, owner, lastSeen, count } = operation
  return { id, name, client, version, owner, from: 'seen', file: null, line: null, lastSeen, count }
}
