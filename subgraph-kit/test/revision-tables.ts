/** Tables of one year of the energy subgraph that meet each other, and what is then stored. */
import { afterEach, beforeEach } from 'vitest'
import { importTable, type ImportOptions } from '@samenhang/subgraph-kit/import'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeTable, makeTestData, type DatabaseKind, type TestData } from '@samenhang/subgraph-kit/testing'
import type { Cell, PublishedTable } from '../src/statline/table.ts'
import { askAreas, openEnergy } from './energy-subgraph.ts'

export const october = '2025-10-31T00:00:00.000Z'
export const november = '2025-11-30T00:00:00.000Z'

export const bothWoningen = ['Huurwoning_53', 'Huurwoning_61']

export interface Given {
  readonly headers: readonly string[]
  readonly cells?: readonly Cell[]
  readonly rows?: Readonly<Record<string, readonly Cell[]>>
  readonly retrievedAt?: string
  readonly datedByFile?: boolean
  readonly table?: string
}

export function tableOf({
  headers,
  cells = [],
  rows,
  retrievedAt = october,
  datedByFile,
  table,
}: Given): PublishedTable {
  const made = makeTable({ period: 2023, headers, rows: rows ?? { GM8001: cells }, retrievedAt })
  return {
    ...made,
    source: { ...made.source, datedByFile: datedByFile ?? false, table: table ?? made.source.table },
  }
}

export const use = (given: Partial<Given> = {}) =>
  tableOf({ headers: bothWoningen, cells: ['2050', '900'], ...given })
export const cost = (given: Partial<Given> = {}) =>
  tableOf({ headers: ['Kosten_70'], cells: ['1.5'], ...given })
export const whole = (given: Partial<Given> = {}) =>
  tableOf({ headers: [...bothWoningen, 'Kosten_70'], cells: ['2050', '900', '1.5'], ...given })

/** The energy subgraph on an empty database for each test: `take` imports a table, `stored` says what is there. */
export function openEnergyForEach(kind: DatabaseKind) {
  let data: TestData
  let energy: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    energy = await openEnergy(data.environment)
  })
  afterEach(async () => {
    await energy.close()
    await data.remove()
  })

  const take = async (table: PublishedTable, options: ImportOptions = {}) =>
    (await importTable([energy], table, options)).domains[0]?.outcome

  async function stored(code = 'GM8001') {
    const { entities } = await askAreas(
      energy,
      [code],
      `energy { electricityUse gasUse energyCost source { retrievedAt } missing { field reason }
         sources { fields source { retrievedAt datedByFile } } }`,
    )
    const [{ energy: profile }] = entities as [
      {
        energy: {
          electricityUse: number | null
          gasUse: number | null
          energyCost: number | null
          source: { retrievedAt: string }
          missing: { field: string; reason: string }[]
          sources: { fields: string[]; source: { retrievedAt: string } }[]
        }
      },
    ]
    return {
      figures: [profile.electricityUse, profile.gasUse, profile.energyCost],
      newest: profile.source.retrievedAt,
      from: Object.fromEntries(
        profile.sources.flatMap(({ fields, source }) => fields.map((field) => [field, source.retrievedAt])),
      ),
      missing: Object.fromEntries(profile.missing.map(({ field, reason: why }) => [field, why])),
    }
  }

  return {
    get energy() {
      return energy
    },
    take,
    stored,
    /** Opens it again on the same database, as a newer version does. */
    async reopen() {
      await energy.close()
      energy = await openEnergy(data.environment)
    },
  }
}
