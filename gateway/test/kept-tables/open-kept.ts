/** A graph of regions whose tables are kept in a folder of the test, which outlives the hub that is over it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { openKeptTables, type KeptTables } from '../../src/kept-tables/kept-tables.ts'
import { openRegions, type RegionsHub } from '../tables/regions.ts'

export interface KeptHub extends RegionsHub {
  readonly folder: string
  readonly keptTables: KeptTables
  /** As `table`, without compression: headers and bytes as they are. */
  bytes(path: string, headers?: Readonly<Record<string, string>>): Promise<PlainAnswer>
}

export interface PlainAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
}

/** Opens hubs for a test, and closes them after it with the folders that were made for them. */
export function keptHubs(documents: Readonly<Record<string, string>>) {
  const opened: KeptHub[] = []
  const folders = new Set<string>()
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((hub) => hub.close()))
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    folders.clear()
  })
  return async ({ folder = newFolder(), bytes = 100_000_000 } = {}): Promise<KeptHub> => {
    folders.add(folder)
    const keptTables = openKeptTables({ folder, bytes })
    const regions = await openRegions(new Map(Object.entries(documents)), {}, { keptTables })
    const hub: KeptHub = {
      ...{ ...regions, folder, keptTables },
      async bytes(path, headers = {}) {
        const response = await regions.table(path, { headers: { 'accept-encoding': 'identity', ...headers } })
        const body = Buffer.from(await response.arrayBuffer())
        return { status: response.status, headers: response.headers, body }
      },
    }
    opened.push(hub)
    return hub
  }
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'samenhang-kept-'))
}
