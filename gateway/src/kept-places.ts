/** Where a hub keeps files that it gives again, in its data folder, which all its processes share. */
import { join } from 'node:path'
import { dataDirectory } from '@samenhang/subgraph-kit/database'
import { openFigureStore, type FigureStore } from './figure-files/figure-store.ts'
import { openKeptTables, type KeptTables } from './kept-tables/kept-tables.ts'
import { openSnapshots, type Snapshots } from './kept-tables/snapshots.ts'

export function keptPlaces(environment: NodeJS.ProcessEnv): {
  readonly figures: FigureStore
  readonly snapshots: Snapshots
} {
  const folder = dataDirectory(environment)
  return {
    figures: openFigureStore(join(folder, 'figures')),
    snapshots: openSnapshots(join(folder, 'tables', 'snapshots')),
  }
}

/** Tables of so many bytes in all; none are kept for 0. */
export function keptTablesIn(environment: NodeJS.ProcessEnv, bytes: number): KeptTables | undefined {
  return bytes === 0
    ? undefined
    : openKeptTables({ folder: join(dataDirectory(environment), 'tables'), bytes })
}
