/**
 * What was released, for people: the releases that were served, newest first, who owns which slice, and who uses what. Previews are not part of it. A
 * release whose signature does not hold is named, and nothing of what it says is told.
 */
import { daysAgo } from '@samenhang/schema/check/dates'
import { readOwners } from '@samenhang/schema/owners'
import type { Registry } from '@samenhang/schema/registry/registry'
import {
  digestOf,
  isOwnSlice,
  ownSliceNames,
  type ReleaseStatement,
} from '@samenhang/schema/registry/release'
import type { PastRelease } from '@samenhang/schema/registry/releases'
import { ReleaseRefused, type VerifyStatement } from '@samenhang/schema/registry/signing'
import type { CoordinateInUse } from '@samenhang/schema/registry/usage'
import { sliceFile, sliceNames } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { supergraphSchema } from '../engine/supergraph/supergraph.ts'
import { storedCoordinates } from '../usage/coordinates.ts'
import type { OpenedRegistry } from './opened-registry.ts'
import { publicChanges } from './public-changes.ts'

/** Who reads: a team that changes the schema reads all; the public reads of the schema what it may see. */
export type Reader = 'team' | 'public'

/** A release as its reader may see it. */
export type ShownRelease =
  | { readonly number: number; readonly fault: string }
  | {
      readonly number: number
      readonly statement: ReleaseStatement
      /** As changes.ts writes them. */
      readonly changes: readonly string[]
    }

/** A slice, and who reviews its changes. */
export interface OwnedSlice {
  readonly name: string
  /** Its file in the repository, from wherever it was released. */
  readonly file: string
  readonly owners: readonly string[]
  /** Whether the gateway answers it itself. */
  readonly isOwn: boolean
}

export interface ReleaseHistory {
  /** Those before a number where one is given, `count` at most. */
  releases(reader: Reader, count: number, before?: number): Promise<readonly ShownRelease[]>
  /** Null where there is none of this number, and for a preview. */
  release(reader: Reader, number: number): Promise<ShownRelease | null>
  /** Those of the newest release; where there is none, those that are committed. */
  slices(): Promise<readonly OwnedSlice[]>
  /**
   * Who used what in the last 90 days, `mostUses` entries at most: everything, or a part of the schema and what is in it. Null where nothing is counted.
   */
  uses(part?: string): Promise<readonly CoordinateInUse[] | null>
}

export interface HistoryOptions {
  readonly registry: OpenedRegistry
  readonly verify: VerifyStatement
  /** Whether the public may not know the schema: then it reads of no change. */
  readonly isClosed: boolean
}

/** Entries of `uses`, at most. */
export const mostUses = 2_000
const useDays = 90
/** Milliseconds for which what was read of usage holds. */
const usesHold = 30_000

export function releaseHistory({ registry, verify, isClosed }: HistoryOptions): ReleaseHistory {
  const changesForPublic = publicChanges()
  let uses: { readonly at: number; readonly read: Promise<readonly CoordinateInUse[]> } | undefined

  const show = async (past: PastRelease, reader: Reader): Promise<ShownRelease> => {
    const { number } = past
    try {
      const statement = await verify(past)
      if (digestOf(past.diff) !== statement.digests.diff)
        throw new ReleaseRefused([`The diff of release ${String(number)} is not the one that was signed.`])
      return { number, statement, changes: await changesFor(reader, past, statement) }
    } catch (error) {
      if (error instanceof ReleaseRefused) return { number, fault: error.message }
      throw error
    }
  }
  const changesFor = async (reader: Reader, { diff }: PastRelease, statement: ReleaseStatement) => {
    const all = JSON.parse(diff) as readonly string[]
    if (reader === 'team' || all.length === 0) return all
    const opened = isClosed ? null : await registry.open()
    return opened ? changesForPublic(opened.releases, statement) : []
  }
  const releases: ReleaseHistory['releases'] = async (reader, count, before) => {
    const opened = await registry.open()
    const shown: ShownRelease[] = []
    for (const past of (await opened?.releases.history(count, before)) ?? [])
      shown.push(await show(past, reader))
    return shown
  }
  return {
    releases,
    async release(reader, number) {
      const [newest] = await releases(reader, 1, number + 1)
      return newest?.number === number ? newest : null
    },
    async slices() {
      const ownersOf = readOwners()
      const [newest] = await releases('team', 1)
      const names =
        newest && 'statement' in newest
          ? newest.statement.slices.map(({ name }) => name)
          : [...sliceNames(), ...ownSliceNames]
      return names.map((name) => {
        const isOwn = isOwnSlice(name)
        const file = isOwn ? `schema/${name}.graphql` : sliceFile(name)
        return { name, file, owners: ownersOf(file), isOwn }
      })
    },
    async uses(part) {
      const opened = await registry.open()
      if (!opened) return null
      const since = daysAgo(useDays)
      const read = async (): Promise<readonly CoordinateInUse[]> =>
        opened.usage.byCoordinate(mostUses, since, part === undefined ? undefined : await parts(opened, part))
      if (part !== undefined) return read()
      if (!uses || Date.now() - uses.at > usesHold) {
        uses = { at: Date.now(), read: read() }
        uses.read.catch(() => void (uses = undefined))
      }
      return uses.read
    },
  }
}

/** A part of an interface is stored for each of its types. What the schema no longer has is looked for as it is. */
async function parts({ releases }: Registry, part: string): Promise<readonly string[]> {
  const release = await releases.current()
  try {
    return storedCoordinates(part, supergraphSchema(release?.supergraph ?? readSupergraph()))
  } catch (error) {
    if (error instanceof HubError) return [part]
    throw error
  }
}
