/**
 * regions.csv: which municipalities a region has in a year, for the kinds that no published table has and wherever a region divides itself
 * otherwise. A file replaces the regions and years in it and leaves all others. Published tables are region-tables.ts's, storing is
 * write-regions.ts's.
 */
import { countryOf } from '@samenhang/subgraph-kit/area-code'
import { areaCode, oneOf, text, year, type ColumnType } from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import { recordsFormat, type RecordsDefinition } from '@samenhang/subgraph-kit/records-intake'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import { whyNotIn } from '@samenhang/subgraph-kit/statline/area-code'
import { kindOfCode, kindsOfRegion, regionKinds } from './region-kinds.ts'
import { checkRegions, writeRegions, type MemberLine } from './write-regions.ts'

const regionCode: ColumnType<string> = {
  expected: 'the code of a region: two capitals and two to six digits, such as AM18',
  read: (cell) => (/^[A-Z]{2}\d{2,6}$/.test(cell) ? cell : undefined),
}

const columns = {
  period: year,
  kind: oneOf(...regionKinds),
  code: regionCode,
  name: text,
  municipality: areaCode('MUNICIPALITY'),
}

export function regionsDefinition(database: Database): RecordsDefinition<typeof columns> {
  return {
    subgraph: 'base-registry',
    database,
    name: 'regions',
    title: 'Regions and their municipalities',
    columns,
    key: ['period', 'kind', 'code', 'municipality'],
    table: 'region_municipality',
    about: ['code', 'period'],
    periodOf: (row) => row.period,
    check: checkMember,
    async write(transaction, rows, sourceId, refuse) {
      await checkRegions(transaction, rows, refuse)
      await writeRegions(transaction, database, rows, sourceId)
    },
  }
}

export function regionsFormat(database: Database): RecordsFormat {
  return recordsFormat(regionsDefinition(database))
}

/** What contradicts itself in one line, whatever the file says elsewhere. */
export function checkMember({ period, kind, code, municipality }: MemberLine) {
  if (kindOfCode(code) !== kind) {
    const { prefix } = kindsOfRegion[kind]
    const problem = `${code} is no code of the kind ${kind}`
    return { column: 'code', problem, remedy: `Its codes begin with ${prefix}.` }
  }
  const why = countryOf(municipality) === 'NL00' ? whyNotIn(municipality, period) : null
  if (why === null) return null
  const problem = `there was no ${municipality} in ${String(period)}: ${why}`
  return { column: 'municipality', problem, remedy: 'Give the municipalities of that year.' }
}
