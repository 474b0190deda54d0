/**
 * The CBS's yearly table "Gebieden in Nederland", as StatLine downloads it: a line a municipality, and two columns, code and name, for each
 * division of the country. A table is the whole division of its year: what was stored of a kind
 * that it has, and it does not name, goes. Divisions that this graph has no kind for are left alone.
 */
import { parseAreaCode } from '@samenhang/subgraph-kit/area-code'
import type { Database } from '@samenhang/subgraph-kit/database'
import { HubError } from '@samenhang/subgraph-kit/errors'
import {
  withoutUnit,
  type FileRecord,
  type RecordsFile,
  type RecordsFormat,
} from '@samenhang/subgraph-kit/records-file'
import { stageRecords } from '@samenhang/subgraph-kit/records-intake'
import { ImportRefused } from '@samenhang/subgraph-kit/statline/table'
import type { RegionKind } from './generated/resolver-types.ts'
import { kindsOfRegion, regionKinds } from './region-kinds.ts'
import { checkMember, regionsDefinition } from './regions-format.ts'
import { checkRegions, deleteKinds, writeRegions, type MemberLine } from './write-regions.ts'

const name = 'Gebieden in Nederland'
const municipality = 'Codes en namen van gemeenten/Code'
/** By year, as the CBS's catalogue of tables names them. */
const tables = [
  ['82949NED', 2015],
  ['83287NED', 2016],
  ['83553NED', 2017],
  ['83859NED', 2018],
  ['84378NED', 2019],
  ['84721NED', 2020],
  ['84929NED', 2021],
  ['85067NED', 2022],
  ['85385NED', 2023],
  ['85755NED', 2024],
  ['86059NED', 2025],
  ['86247NED', 2026],
] as const
const again = 'Download the table again.'

/** Where the codes and names of a kind stand. */
interface Division {
  readonly kind: RegionKind
  readonly code: string
  readonly name: string
}

export function regionTables(database: Database): RecordsFormat {
  const definition = regionsDefinition(database)
  return {
    name,
    columns: [municipality],
    tables: tables.map(([id, year]) => ({ id, year })),
    prepare(file) {
      const { period } = file
      if (period === null)
        throw new ImportRefused(file.origin, 'nothing says which year it is of', 'Say which with --year.')
      const divisions = divisionsOf(file)
      const codes = file.header.find((heading) => withoutUnit(heading) === municipality) ?? municipality
      const rows = new Map<MemberLine, number>()
      const lines = new Map<string, number>()
      return {
        accept(record) {
          const code = municipalityOf(file, record, codes)
          const earlier = lines.get(code)
          if (earlier !== undefined) {
            const problem = `municipality ${code} stands twice, first on line ${String(earlier)}`
            throw new ImportRefused(file.origin, problem, again, { line: record.line })
          }
          lines.set(code, record.line)
          for (const division of divisions) {
            const member = memberOf(file, record, division, period, [codes, code])
            if (member) rows.set(member, record.line)
          }
        },
        stage: ({ force }) =>
          stageRecords(
            {
              ...definition,
              name,
              title: `${name} ${String(period)}`,
              published: { publisher: 'Statistics Netherlands (CBS)', licence: 'CC BY 4.0' },
              about: ['kind', 'period'],
              async write(transaction, members, sourceId, refuse) {
                await deleteKinds(
                  transaction,
                  divisions.map(({ kind }) => kind),
                  period,
                )
                await checkRegions(transaction, members, refuse)
                await writeRegions(transaction, database, members, sourceId)
              },
            },
            file,
            rows,
            force,
          ),
      }
    },
  }
}

function divisionsOf({ origin, header }: RecordsFile): readonly Division[] {
  const columns = header.map((heading) => ({ heading, path: pathOf(heading) }))
  const find = (kind: RegionKind, last: string) => {
    const [column, other] = columns.filter(
      ({ path }) =>
        path.at(-1) === last &&
        (kindsOfRegion[kind].headings as readonly string[]).includes(path.at(-2) ?? ''),
    )
    if (other)
      throw new ImportRefused(origin, `two columns are "${other.heading}"`, again, { column: other.heading })
    return column?.heading
  }
  const divisions = regionKinds.flatMap((kind): Division[] => {
    const [code, name] = [find(kind, 'code'), find(kind, 'naam')]
    if (code === undefined && name === undefined) return []
    if (code !== undefined && name !== undefined) return [{ kind, code, name }]
    const half = code ?? name ?? ''
    const remedy = 'Download the code and the name of each division.'
    throw new ImportRefused(origin, `"${half}" stands without its other half`, remedy, { column: half })
  })
  if (divisions.length > 0) return divisions
  const known = regionKinds.flatMap((kind) => kindsOfRegion[kind].headings[0] ?? []).join(', ')
  throw new ImportRefused(origin, 'no column is a division that this graph has', `It has: ${known}.`)
}

/** The parts of a heading, in small letters, with straight apostrophes and without the unit. */
function pathOf(heading: string): readonly string[] {
  return withoutUnit(heading)
    .replaceAll('’', "'")
    .toLowerCase()
    .split('/')
    .map((part) => part.trim())
}

function municipalityOf({ origin }: RecordsFile, { line, values }: FileRecord, column: string): string {
  try {
    return parseAreaCode(values[column] ?? '', 'MUNICIPALITY')
  } catch (error) {
    if (!(error instanceof HubError)) throw error
    throw new ImportRefused(origin, error.message.replace(/\.$/, ''), again, { line, column })
  }
}

/** Null where the municipality lies in none. */
function memberOf(
  { origin }: RecordsFile,
  { line, values }: FileRecord,
  division: Division,
  period: number,
  [codes, code]: readonly [column: string, code: string],
): MemberLine | null {
  const [region = '', name = ''] = [values[division.code], values[division.name]]
  if (region === '' && name === '') return null
  if (region === '' || name === '') {
    const column = region === '' ? division.code : division.name
    throw new ImportRefused(origin, 'the cell is empty', again, { line, column })
  }
  const member = { period, kind: division.kind, code: region, name, municipality: code }
  const wrong = checkMember(member)
  if (wrong === null) return member
  const column = wrong.column === 'code' ? division.code : codes
  throw new ImportRefused(origin, wrong.problem, wrong.remedy, { line, column })
}
