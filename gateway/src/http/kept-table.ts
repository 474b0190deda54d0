/**
 * A table that is kept: found by its address and its snapshot before anything is planned, and kept while it is given for the first time. Only what the public
 * asked is kept.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { withoutTableDirectives } from '@samenhang/schema/consumers/table-directives'
import { parse } from 'graphql'
import { snapshotName } from '../kept-tables/snapshot-name.ts'
import { differenceOf } from '../kept-tables/imports-since.ts'
import type { KeptTable, KeptTableFacts, TableAddress, TableWriter } from '../kept-tables/kept-tables.ts'
import { loadedNow } from '../kept-tables/loaded-now.ts'
import type { Snapshot } from '../kept-tables/snapshots.ts'
import type { AnswerVersion } from '../operation/etag.ts'
import type { GraphState } from '../operation/graph-state.ts'
import type { Gateway } from '../operation/gateway.ts'
import { noTableOfPeople } from '../operation/refused-by-get.ts'
import { isSavedAddress } from '../tables/saved-tables.ts'
import { requestOptionsOf } from './caller-headers.ts'
import type { Exchange } from './exchange.ts'
import { sendKept } from './send-kept.ts'

/** The header that names the snapshot which an answer is of. */
export const snapshotHeader = 'x-hub-snapshot'

/** Headers of what is asked with the name of its snapshot: those bytes never change. */
const forGood = ['cache-control', 'public, max-age=86400, immutable']
const untilItChanges = ['cache-control', 'no-cache']

/** What a table is of. */
export interface TableSnapshot {
  readonly state: GraphState
  /** Its name; undefined where a subgraph does not tell the version of its data. */
  readonly name: string | undefined
  /** What is noted of it; undefined where nothing is kept. */
  readonly noted: Promise<Snapshot | undefined>
}

/** Of now. What is new is noted. */
export async function snapshotNow({ gateway, keptTables, logger }: Exchange): Promise<TableSnapshot> {
  const state = await gateway.state()
  const noted =
    keptTables?.snapshots
      .note(state, () => loadedNow(gateway, state))
      .catch((error: unknown) => {
        logger.warn({ err: error }, 'a snapshot could not be noted; its tables are not kept')
        return undefined
      }) ?? Promise.resolve(undefined)
  return { state, name: snapshotName(state), noted }
}

/** Sends the newest table where it is kept. Gives whether it did. */
export async function sendCurrent(
  exchange: Exchange,
  at: TableAddress,
  text: string,
  { state }: TableSnapshot,
): Promise<boolean> {
  const { keptTables } = exchange
  const kept = isPublic(exchange) ? await keptTables?.current(at, text, state) : undefined
  if (
    !keptTables ||
    !kept ||
    !(await sendKept(exchange, keptTables, kept, [...untilItChanges, ...meaningLink(at, exchange)]))
  )
    return false
  await keptTables.files.noteUse(kept)
  return true
}

/** Sends what was kept while it was given for the first time. */
export async function sendFirst(
  exchange: Exchange,
  at: TableAddress,
  kept: KeptTable | undefined,
): Promise<boolean> {
  const { keptTables } = exchange
  if (!keptTables || !kept) return false
  return sendKept(exchange, keptTables, kept, [...untilItChanges, ...meaningLink(at, exchange)])
}

/**
 * Sends a table of a snapshot that was, where it is kept; gives whether it did. Where not, the snapshot is the caller's to compare with what there is now.
 * Throws HubError SNAPSHOT_NOT_FOUND.
 */
export async function sendOfSnapshot(
  exchange: Exchange,
  at: TableAddress,
  name: string,
): Promise<Snapshot | true> {
  const { keptTables, response, gateway } = exchange
  const snapshot = await keptTables?.snapshots.find(name)
  if (!keptTables || !snapshot) throw noSnapshot(name)
  const kept = await keptTables.ofSnapshot(at, snapshot)
  if (!kept) return snapshot
  const { text } = kept.told
  const options = requestOptionsOf(exchange)
  if (isSavedAddress(at.address)) await gateway.admitText(text, options)
  else await gateway.authenticate(options.credentials ?? {})
  refuseClosed(gateway, text)
  response.setHeader(snapshotHeader, name)
  if (!(await sendKept(exchange, keptTables, kept, [...forGood, ...meaningLink(at, exchange)])))
    return snapshot
  await keptTables.files.noteUse(kept)
  return true
}

/** What may no longer be had is not given from what was kept before. */
function refuseClosed(gateway: Pick<Gateway, 'isProtected'>, text: string): void {
  if (gateway.isProtected(withoutTableDirectives(parse(text, { noLocation: true })))) throw noTableOfPeople()
}

/** Throws HubError SNAPSHOT_GONE unless the data that the table reads are the same now as they were. */
export function refuseUnlessSame(
  snapshot: Snapshot,
  { state, noted }: { readonly state: GraphState; readonly noted: Snapshot | undefined },
  version: AnswerVersion | undefined,
  at: TableAddress,
): void {
  const isSame =
    snapshot.graph === state.graph &&
    version?.reads.every((name) => snapshot.versions[name] === state.versions.get(name)) === true
  if (!isSame) throw snapshotGone(snapshot, noted, at)
}

export function snapshotGone(snapshot: Snapshot, newest: Snapshot | undefined, at: TableAddress): HubError {
  const changed = newest ? differenceOf(snapshot, newest) : []
  return new HubError(
    'SNAPSHOT_GONE',
    'This table is not kept of that snapshot: nobody asked it while the snapshot was the newest, or too much was imported since. `newest` is its address now.',
    {
      ...{ snapshot: snapshot.name, at: snapshot.at, newest: addressWith(at) },
      ...(newest && { newestSnapshot: newest.name, changed }),
      ...(newest && newest.graph !== snapshot.graph && { graphChanged: true }),
    },
  )
}

/** The header that says where it is told what the table means, as name and value; none for what tells it. */
export function meaningLink(
  { address, suffix }: TableAddress,
  { search }: Pick<Exchange, 'search'>,
): readonly string[] {
  if (suffix === null) return []
  return [
    'link',
    `<${address}.${suffix}.meta.json${search}>; rel="describedby"; type="application/csvm+json"`,
  ]
}

/** The address of the table, of a snapshot or of the newest. */
export function addressWith({ address, suffix, search }: TableAddress, snapshot?: string): string {
  const parameters = new URLSearchParams(search)
  parameters.delete('snapshot')
  if (snapshot !== undefined) parameters.set('snapshot', snapshot)
  const rest = parameters.toString()
  return `${address}${suffix === null ? '.meta.json' : `.${suffix}`}${rest && `?${rest}`}`
}

function noSnapshot(name: string): HubError {
  return new HubError(
    'SNAPSHOT_NOT_FOUND',
    `There is no snapshot "${name.slice(0, 40)}": the header ${snapshotHeader} of an answer has its name. Leave \`snapshot\` out for the newest.`,
  )
}

/** What keeps a table while it is given. */
export interface Keeping {
  /** The parts as they are, kept when the last was read. */
  readonly parts: AsyncGenerator<Buffer>
  /** What is kept; undefined before the end, and where it could not be. */
  kept(): KeptTable | undefined
}

export async function keeping(
  { keptTables, logger }: Exchange,
  at: TableAddress,
  parts: AsyncGenerator<Buffer>,
  facts: Omit<KeptTableFacts, 'snapshot'> & { readonly snapshot: string | undefined },
): Promise<Keeping | undefined> {
  const { snapshot } = facts
  const writer = snapshot === undefined ? undefined : await keptTables?.write(at)
  if (!keptTables || !writer || snapshot === undefined) return undefined
  let kept: KeptTable | undefined
  let isFailed = false
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    if (isFailed) return
    await act().catch((error: unknown) => {
      isFailed = true
      logger.warn({ err: error }, 'a table could not be kept; it is given all the same')
    })
  }
  return {
    kept: () => kept,
    parts: keptParts(parts, writer, attempt, async () => {
      kept = await writer.keep({ ...facts, snapshot })
      void attempt(() => keptTables.tidy())
    }),
  }
}

async function* keptParts(
  parts: AsyncGenerator<Buffer>,
  writer: TableWriter,
  attempt: (act: () => Promise<void>) => Promise<void>,
  keep: () => Promise<void>,
): AsyncGenerator<Buffer> {
  try {
    for await (const part of parts) {
      await attempt(() => writer.write(part))
      yield part
    }
    await attempt(keep)
  } finally {
    await writer.abandon().catch(() => undefined)
  }
}

export function isPublic({ request: { headers } }: Pick<Exchange, 'request'>): boolean {
  return headers.authorization === undefined && headers['x-hub-purpose'] === undefined
}
