/** What a table means, and how it is cited: beside it and in the files that have room for it. */
import type { TableAddress } from '../kept-tables/kept-tables.ts'
import type { Snapshot } from '../kept-tables/snapshots.ts'
import { dictionaryOfTable, type AskedTable } from '../tables/asked-table.ts'
import type { CitedTable } from '../tables/citation.ts'
import { csvwOf } from '../tables/csvw.ts'
import type { Dictionary } from '../tables/dictionary.ts'
import type { LongTable } from '../tables/long.ts'
import type { Exchange } from './exchange.ts'
import { addressWith } from './kept-table.ts'
import { pageReader, type Spent } from './table-pages.ts'

export interface Meant {
  readonly layout: Pick<LongTable, 'columns' | 'figures'>
  readonly at: TableAddress
  /** What the table is of; undefined where that has no name. */
  readonly snapshot: Snapshot | undefined
  /** Throws TABLE_CHANGED where it is not the version that was found at first. */
  readonly sameVersion: () => Promise<string | undefined>
  readonly spent: Spent
}

/** The dictionary as what is sent. */
export async function* dictionaryParts(
  exchange: Exchange,
  asked: AskedTable,
  meant: Meant,
): AsyncGenerator<Buffer> {
  await meant.sameVersion()
  const dictionary = await dictionaryFor(exchange, asked, meant, true)
  await meant.sameVersion()
  yield Buffer.from(csvwOf(dictionary, `${asked.address}.csv${exchange.search}`))
}

/** With the origins of the figures, or without. */
export function dictionaryFor(
  exchange: Exchange,
  asked: AskedTable,
  { layout, snapshot, at, spent }: Meant,
  hasOrigins: boolean,
): Promise<Dictionary> {
  return dictionaryOfTable(asked, layout, {
    ...{ gateway: exchange.gateway, hasOrigins, cited: citedAs(exchange, at, snapshot) },
    readPageOf: (plan) => pageReader(exchange, asked, plan, spent),
  })
}

/** How the table is found again: its address, in full where the public knows the hub by one. */
function citedAs({ publicUrl }: Exchange, at: TableAddress, snapshot: Snapshot | undefined): CitedTable {
  const path = addressWith({ ...at, suffix: at.suffix ?? 'csv' }, snapshot?.name)
  return {
    address: publicUrl ? new URL(path, publicUrl).href : path,
    snapshot: snapshot && { name: snapshot.name, at: snapshot.at },
  }
}
