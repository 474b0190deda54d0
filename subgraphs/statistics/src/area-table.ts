/**
 * The areas of the store as typed arrays by position: which level each is of, what it lies in, and in which years it exists. Read from the
 * database in pieces, so that a country of many years does not hold up the event loop.
 */
import { setImmediate } from 'node:timers/promises'
import type { AreaLevel } from '@samenhang/subgraph-kit/area-code'
import type { Database } from '@samenhang/subgraph-kit/database'

export const levels: readonly AreaLevel[] = [
  'COUNTRY',
  'PROVINCE',
  'MUNICIPALITY',
  'DISTRICT',
  'NEIGHBOURHOOD',
]

export interface AreaTable {
  readonly size: number
  readonly codes: readonly string[]
  /** The position of a code; undefined for one that no year has. */
  position(code: string): number | undefined
  level(position: number): AreaLevel
  exists(position: number, period: number): boolean
  /** Whether an area lies in another, or is it. */
  liesIn(position: number, container: number): boolean
  /** The areas that an area lies in, itself included where it is one of the four higher levels. */
  containers(position: number): readonly number[]
  /** Of a level within an area and existing in a year, by code. */
  members(level: AreaLevel, container: number, period: number): Int32Array
  /** The position of the country that stands in where nobody names one: real codes sort before invented ones. */
  readonly country: number | undefined
  /** The newest year in which the container has areas of the level. */
  newestOf(level: AreaLevel, container: number): number | undefined
}

const parents = ['country', 'province', 'municipality', 'district'] as const
const rowsPerRead = 1_000

type Row = Readonly<Record<(typeof parents)[number], string | null>> & {
  readonly position: number
  readonly code: string
  readonly level: AreaLevel
  readonly periods: string
}

export async function readAreaTable(database: Database): Promise<AreaTable> {
  const [counted] = await database.all<{ size: number | string | null }>(
    'select max(position) + 1 as size from area',
  )
  const size = Number(counted?.size ?? 0)
  const codes = Array.from({ length: size }, () => '')
  const positions = new Map<string, number>()
  const order: number[] = []
  const levelAt = new Uint8Array(size)
  const years = new Map<number, Uint8Array>()
  const above = parents.map(() => new Int32Array(size).fill(-1))
  const named: (readonly [position: number, row: Row])[] = []
  const code = database.bytewise('code')
  for (let after = ''; ;) {
    const rows = await database.all<Row>(
      `select * from area where ${code} > ? order by ${code} limit ${String(rowsPerRead)}`,
      [after],
    )
    for (const row of rows) {
      codes[row.position] = row.code
      levelAt[row.position] = levels.indexOf(row.level)
      const periods = JSON.parse(row.periods) as number[]
      if (periods.length === 0) continue
      for (const period of periods) {
        const year = years.get(period) ?? new Uint8Array(size)
        year[row.position] = 1
        years.set(period, year)
      }
      positions.set(row.code, row.position)
      order.push(row.position)
      named.push([row.position, row])
    }
    if (rows.length < rowsPerRead) break
    after = rows.at(-1)?.code ?? ''
    await setImmediate()
  }
  for (const [index, parent] of parents.entries()) {
    await setImmediate()
    const column = above[index]
    if (column) for (const [position, row] of named) column[position] = positions.get(row[parent] ?? '') ?? -1
  }
  return tableOf({ size, codes, positions, order: Int32Array.from(order), levelAt, years, above })
}

interface Arrays {
  readonly size: number
  readonly codes: readonly string[]
  readonly positions: ReadonlyMap<string, number>
  /** Positions by code. */
  readonly order: Int32Array
  readonly levelAt: Uint8Array
  /** By year, 1 for an area that exists in it. */
  readonly years: ReadonlyMap<number, Uint8Array>
  readonly above: readonly Int32Array[]
}

function tableOf({ size, codes, positions, order, levelAt, years, above }: Arrays): AreaTable {
  const liesIn = (position: number, container: number) =>
    position === container || above[levelAt[container] ?? 0]?.[position] === container
  const exists = (position: number, period: number) => years.get(period)?.[position] === 1
  const newestFirst = [...years.keys()].sort((one, other) => other - one)
  const ofLevel = (level: AreaLevel, container: number) => {
    const wanted = levels.indexOf(level)
    return order.filter((position) => levelAt[position] === wanted && liesIn(position, container))
  }
  return {
    size,
    codes,
    position: (code) => positions.get(code),
    level: (position) => levels[levelAt[position] ?? 0] ?? 'COUNTRY',
    exists,
    liesIn,
    containers: (position) =>
      above.flatMap((parent) => ((parent[position] ?? -1) < 0 ? [] : [parent[position] ?? -1])),
    members: (level, container, period) =>
      ofLevel(level, container).filter((position) => exists(position, period)),
    country: order.find((position) => levelAt[position] === 0),
    newestOf(level, container) {
      const members = ofLevel(level, container)
      return newestFirst.find((period) => members.some((position) => exists(position, period)))
    },
  }
}
