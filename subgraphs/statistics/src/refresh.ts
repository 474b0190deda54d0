/**
 * A refresh, from the graph to the columns: what is loaded, the areas, and the figures of each profile and year that changed since the last
 * one; the others stand. Where anything is imported meanwhile it is read again, so that no two versions are mixed.
 */
import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { readUnchanged } from '@samenhang/subgraph-kit/computed-run'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { Computed, GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { digestOf, profileOf, readInventory, type Inventory, type InventoryPart } from './inventory.ts'
import { readAreas, type AreaEntry } from './read-areas.ts'
import { readFigures } from './read-figures.ts'
import {
  keepColumns,
  noteRun,
  readKeptParts,
  readPositions,
  nothing,
  readRun,
  stageColumns,
  type KeptPart,
  type PlacedArea,
  type RunRecord,
} from './write-columns.ts'

export function createComputed(database: Database): Computed {
  return {
    inputsMoved: () => noteRun(database),
    async isCurrent(graph) {
      const run = await readRun(database)
      return run !== null && isOf(run, await readInventory(graph))
    },
    refresh: (graph) =>
      readUnchanged(async () => {
        const inventory = await readInventory(graph)
        const before = await readRun(database)
        if (before && isOf(before, inventory)) return 'up to date'
        return readAndKeep(database, graph, inventory, await noted(database, before, inventory))
      }),
  }
}

function isOf({ versions, knownVersions }: RunRecord, { digest }: Inventory): boolean {
  return versions === knownVersions && versions === digest
}

/** The record of the last run, with what is known now noted where it was not. */
async function noted(
  database: Database,
  before: RunRecord | null,
  { digest }: Inventory,
): Promise<RunRecord> {
  if (before && before.versions !== before.knownVersions) return before
  await noteRun(database, digest)
  return { revision: before?.revision ?? null, versions: before?.versions ?? null, knownVersions: digest }
}

/** What was done, in a sentence; null where something was imported meanwhile, and all has to be read again. */
async function readAndKeep(
  database: Database,
  graph: GraphClient,
  inventory: Inventory,
  before: RunRecord,
): Promise<string | null> {
  const revision = randomBytes(8).toString('hex')
  const { areas, length } = placed(await readAreas(graph), await readPositions(database))
  const years = await yearsOf(areas, new Set(inventory.parts.map(({ period }) => period)))
  const keptParts = await readKeptParts(database)
  const parts: (InventoryPart & KeptPart)[] = []
  let read = 0
  for (const part of inventory.parts) {
    const { positions, digest: areasDigest } = years.get(part.period) ?? nobody
    const digest = digestOf([part.digest, areasDigest])
    const kept = keptParts.find(({ profile, period }) => profile === part.profile && period === part.period)
    if (kept?.digest === digest) {
      parts.push({ ...part, digest, written: kept.written })
      continue
    }
    const hasFigures = await readPart(database, graph, { inventory, part, positions, length, revision })
    // A domain has several profiles, and not each of them every year: that too is kept, and not asked again.
    parts.push({ ...part, digest, written: hasFigures ? revision : nothing })
    if (hasFigures) read += 1
  }
  if ((await readInventory(graph)).digest !== inventory.digest) return null
  await keepColumns(
    database,
    {
      revision,
      computedAt: new Date().toISOString(),
      versions: inventory.digest,
      indicators: inventory.indicators,
      areas,
      parts,
    },
    before,
  )
  const all = parts.filter(({ written }) => written !== nothing).length
  const tables = `${read.toLocaleString('en')} of ${all.toLocaleString('en')} tables of a year`
  return `read ${tables}, ${areas.length.toLocaleString('en')} areas`
}

interface Reading {
  readonly inventory: Inventory
  readonly part: InventoryPart
  readonly positions: ReadonlyMap<string, number>
  readonly length: number
  readonly revision: string
}

/** Whether the profile has anything of the year. */
async function readPart(
  database: Database,
  graph: GraphClient,
  { inventory, part: { profile, period }, positions, length, revision }: Reading,
): Promise<boolean> {
  const indicators = inventory.indicators.filter((indicator) => profileOf(indicator) === profile)
  const fields = indicators.map(({ field }) => field)
  const columns = await readFigures(graph, { profile, fields, period }, positions, length)
  if (columns === null) return false
  const named = indicators.flatMap(({ id }, index) => {
    const column = columns[index]
    return column ? [[id, column] as const] : []
  })
  await stageColumns(database, { profile, period, written: revision }, named)
  return true
}

/** The areas that exist in a year, and a digest of which they are. */
interface Year {
  readonly positions: ReadonlyMap<string, number>
  readonly digest: string
}

const nobody: Year = { positions: new Map(), digest: '' }

/** A year at a time, with other work in between. */
async function yearsOf(
  areas: readonly PlacedArea[],
  periods: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Year>> {
  const years = new Map<number, Year>()
  for (const period of periods) {
    const positions = new Map<string, number>()
    for (const area of areas) if (area.periods.includes(period)) positions.set(area.code, area.position)
    const digest = digestOf([[...positions.keys()].join(), [...positions.values()].join()])
    years.set(period, { positions, digest })
    await setImmediate()
  }
  return years
}

/** Each area at its position, the new ones at those that are free, by code; and how many positions there are then. */
function placed(
  areas: readonly AreaEntry[],
  positions: ReadonlyMap<string, number>,
): { readonly areas: readonly PlacedArea[]; readonly length: number } {
  const taken = new Set(areas.flatMap(({ code }) => positions.get(code) ?? []))
  let free = 0
  const next = () => {
    while (taken.has(free)) free += 1
    taken.add(free)
    return free
  }
  const placedAreas = areas.map((area) => ({ ...area, position: positions.get(area.code) ?? next() }))
  const length = placedAreas.reduce((most, { position }) => Math.max(most, position + 1), 0)
  return { areas: placedAreas, length }
}
