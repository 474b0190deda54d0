/** The check of a slice with all that this hub knows: what is released, what consumers registered, what was in use in the last 90 days. */
import { readDocuments } from '@samenhang/gateway/document-files'
import { checkSlice, unreadReport, type CheckReport } from '@samenhang/schema/check/check-slice'
import { findingOf, type Finding } from '@samenhang/schema/check/finding'
import { plainReport, type PlainReport } from '@samenhang/schema/check/plain-report'
import { daysAfter } from '@samenhang/schema/check/dates'
import type { RegisteredOperation, SeenOperation } from '@samenhang/schema/check/operations'
import type { Registry } from '@samenhang/schema/registry/registry'
import { ReleaseRefused } from '@samenhang/schema/registry/signing'
import type { ReleaseBase, SliceSource } from '@samenhang/schema/registry/release'
import { sliceOf, withOwnSlices, withSlice } from '@samenhang/schema/slices'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'

const daysInUse = 90

export interface ReleaseCheck {
  /** Null where there is none: then nothing is known to be in use but the hub's own operations. */
  readonly registry: Pick<Registry, 'operations' | 'usage'> | null
  readonly base: ReleaseBase
  readonly slice: SliceSource
  readonly environment: NodeJS.ProcessEnv
}

export async function checkRelease({
  registry,
  base,
  slice,
  environment,
}: ReleaseCheck): Promise<CheckReport> {
  const today = new Date().toISOString().slice(0, 10)
  const unread = syntaxErrorIn(slice)
  if (unread) return unreadReport(slice.name, base.statement?.number ?? null, today, unread)
  return checkSlice({
    name: slice.name,
    slices: withOwn(withSlice(base.slices, slice)),
    base: {
      release: base.statement?.number ?? null,
      supergraphSdl: base.supergraph,
      apiSdl: base.api,
      slices: withOwn(base.slices),
    },
    registered: [...ownOperations(environment), ...(registry ? await registeredIn(registry) : [])],
    seen: registry ? await seenIn(registry, daysAfter(today, -daysInUse)) : [],
    today,
    meterOf: async (sdl) => (await import('@samenhang/gateway/operation-cost')).costMeter(sdl),
  })
}

/** With the code that composition would give it. Null where the slice can be read. */
function syntaxErrorIn(slice: SliceSource): Finding | null {
  try {
    sliceOf(slice)
    return null
  } catch (error) {
    if (error instanceof ConfigError) return findingOf('INVALID_GRAPHQL', error.message)
    throw error
  }
}

function withOwn(sources: readonly SliceSource[]) {
  return withOwnSlices(sources).map(sliceOf)
}

/** What gateways serve from folders. */
function ownOperations(environment: NodeJS.ProcessEnv): readonly RegisteredOperation[] {
  const { texts } = readDocuments(environment['HUB_OPERATIONS_DIR'] || undefined)
  return [...texts].map(([id, text]) => ({ id, name: id, text, app: 'operations of the hub', owner: 'hub' }))
}

async function registeredIn({
  operations,
}: Pick<Registry, 'operations'>): Promise<readonly RegisteredOperation[]> {
  return (await operations.all()).map(({ source, ...operation }) => {
    const [, file = source, line] = /^(.*):(\d+)$/.exec(source) ?? []
    return { ...operation, file, ...(line !== undefined && { line: Number(line) }) }
  })
}

async function seenIn(
  { operations, usage }: Pick<Registry, 'operations' | 'usage'>,
  since: string,
): Promise<readonly SeenOperation[]> {
  const owners = new Map((await operations.consumers()).map(({ app, owner }) => [app, owner]))
  return (await usage.operationsSince(since)).map(
    ({ hash, name, text, client, clientVersion, requests, lastDay }) => ({
      id: hash,
      ...{ name, text, client, lastSeen: lastDay, count: requests },
      version: clientVersion || null,
      owner: owners.get(client) ?? null,
    }),
  )
}

/** As a condition of a release: gives the report that is kept with it. Throws ReleaseRefused with what is refused, a line each. */
export async function requireRelease(check: ReleaseCheck): Promise<PlainReport> {
  const report = plainReport(await checkRelease(check))
  if (!report.isRefused) return report
  const { errors, houseRules, changes, deprecations } = report
  throw new ReleaseRefused([
    ...[...errors, ...houseRules].map(lineOf),
    ...changes
      .filter(({ verdict }) => verdict === 'refused')
      .map(({ message, concerns }) => `${message} In use by ${clientsOf(concerns)}.`),
    ...deprecations.flatMap(({ fault }) => fault ?? []),
    `The whole report: hub schema check ${check.slice.name}`,
  ])
}

function lineOf({ message, location }: PlainReport['errors'][number]): string {
  return location ? `${location.file}:${location.line}:${location.column}: ${message}` : message
}

function clientsOf(concerns: readonly { readonly client: string }[]): string {
  return [...new Set(concerns.map(({ client }) => client || 'a client without a name'))].join(', ')
}

/** Why it is refused, in a few words. */
export function reasonsOf({ errors, houseRules, changes, deprecations }: PlainReport): string {
  const refused = changes.filter(({ verdict }) => verdict === 'refused').length
  const early = deprecations.filter(({ fault }) => fault !== null).length
  return [
    counted(errors.length, 'composition error', 'composition errors'),
    counted(houseRules.length, 'breach of a house rule', 'breaches of house rules'),
    counted(refused, 'change that breaks someone', 'changes that break someone'),
    counted(early, 'deprecation without notice', 'deprecations without notice'),
  ]
    .filter(Boolean)
    .join(', ')
}

function counted(count: number, one: string, several: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : several}`
}
