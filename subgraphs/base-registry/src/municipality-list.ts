/**
 * The CBS's yearly list of municipalities with their provinces («Gemeenten alfabetisch», CSV): the only source of the provinces and of
 * which one each municipality lies in. The year comes from the file's name or the caller.
 */
import { parseAreaCode, type AreaLevel } from '@samenhang/subgraph-kit/area-code'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import type { Database } from '@samenhang/subgraph-kit/database'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { FileRecord, RecordsFile, RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import { stage } from '@samenhang/subgraph-kit/staged'
import { ImportRefused } from '@samenhang/subgraph-kit/statline/table'
import { namesOf, realArea, updateDerived, writeAreas, writeNames } from './import.ts'

interface Line {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly provinceCode: string
  readonly provinceName: string
}

type Transaction = Awaited<ReturnType<Database['begin']>>

const name = 'list of municipalities'

export function municipalityList(database: Database): RecordsFormat {
  return {
    name,
    columns: ['GemeentecodeGM', 'Gemeentenaam', 'ProvinciecodePV', 'Provincienaam'],
    prepare(file) {
      const { period } = file
      if (period === null) {
        throw new ImportRefused(file.origin, 'nothing says which year it is of', 'Say which with --year.')
      }
      const lines = new Map<string, Line>()
      return {
        accept(record) {
          const read = readLine(file, record)
          const earlier = lines.get(read.code)
          if (earlier) {
            const problem = `municipality ${read.code} stands twice, first on line ${String(earlier.line)}`
            throw new ImportRefused(file.origin, problem, 'Remove one of them.', { line: record.line })
          }
          lines.set(read.code, read)
        },
        stage: () =>
          stage(database, async (transaction) => {
            const report = { subgraph: 'base-registry', format: name, rows: lines.size }
            const list = [...lines.values()]
            if (await isStored(transaction, period, list, file.retrievedAt))
              return { ...report, outcome: 'UNCHANGED' }
            await write(database, transaction, period, list, file.retrievedAt)
            return { ...report, outcome: 'STORED' }
          }),
      }
    },
  }
}

/** Whether every place and every province of the list stands as the list has it, or under the name of a newer release. */
async function isStored(
  transaction: Transaction,
  period: number,
  lines: readonly Line[],
  retrievedAt: string,
): Promise<boolean> {
  const storedAreas = await transaction
    .from({ a: 'area' })
    .join({ n: 'area_name' }, { 'n.code': 'a.code', 'n.period': 'a.period' })
    .where({ 'a.period': period, 'a.derived': 0 })
    .whereIn('a.level', ['PROVINCE', 'MUNICIPALITY'])
    .select<{ code: string; name: string; retrieved_at: string }[]>('a.code', 'n.name', 'n.retrieved_at')
  const provinces = await transaction('municipality_province')
    .where({ period })
    .select<{ code: string; province_code: string }[]>('code', 'province_code')
  const areaOf = new Map(storedAreas.map((area) => [area.code, area]))
  const isCalled = (code: string, called: string) => {
    const area = areaOf.get(code)
    return area !== undefined && (area.name === called || area.retrieved_at > retrievedAt)
  }
  const provinceOf = new Map(provinces.map((row) => [row.code, row.province_code]))
  return lines.every(
    (line) =>
      isCalled(line.code, line.name) &&
      isCalled(line.provinceCode, line.provinceName) &&
      provinceOf.get(line.code) === line.provinceCode,
  )
}

async function write(
  database: Database,
  transaction: Transaction,
  period: number,
  lines: readonly Line[],
  retrievedAt: string,
): Promise<void> {
  const provinces = new Map(lines.map(({ provinceCode, provinceName }) => [provinceCode, provinceName]))
  const areas = [
    ...[...provinces].map(([code, provinceName]) => realArea(code, period, provinceName, false)),
    ...lines.map((line) => realArea(line.code, period, line.name, false)),
  ]
  await writeAreas(transaction, database, areas, 'replace')
  await writeNames(transaction, database, namesOf(areas, retrievedAt))
  await writeBulk(transaction, database.dialect, {
    table: 'municipality_province',
    columns: ['code', 'period', 'province_code'],
    key: ['code', 'period'],
    conflict: 'replace',
    rows: lines.map(({ code, provinceCode }) => [code, period, provinceCode]),
  })
  await updateDerived(transaction, null)
}

function readLine(file: RecordsFile, { line, values }: FileRecord): Line {
  const cell = (column: string) => {
    const text = values[column] ?? ''
    if (text === '')
      throw new ImportRefused(file.origin, 'the cell is empty', 'Download the list again.', { line, column })
    return text
  }
  const code = (column: string, level: AreaLevel) => {
    try {
      return parseAreaCode(cell(column), level)
    } catch (error) {
      if (!(error instanceof HubError)) throw error
      throw new ImportRefused(file.origin, error.message.replace(/\.$/, ''), 'Download the list again.', {
        line,
        column,
      })
    }
  }
  return {
    line,
    code: code('GemeentecodeGM', 'MUNICIPALITY'),
    name: cell('Gemeentenaam'),
    provinceCode: code('ProvinciecodePV', 'PROVINCE'),
    provinceName: cell('Provincienaam'),
  }
}
