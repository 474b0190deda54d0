/**
 * `hub bench import`: how long the real import takes over a whole country, and how much memory, against the promised limits: the key figures
 * as CSV and as a workbook, and a table of each other declared source as CSV. Each import runs as a process of its own into an empty folder,
 * so nothing of the bench is counted.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommandRefused } from '../faults.ts'
import { count } from '../progress.ts'
import type { Usage } from '../usage.ts'
import { writeNationalFile, type NationalFile } from './national-file.ts'
import { declaredTables, writeNationalTable, type SourceColumns } from './national-table.ts'

export interface ImportBenchOptions {
  readonly municipalities: number
  /** Tables of all other sources, in the place of the key figures. */
  readonly tables: boolean
  readonly json: boolean
}

const limit = { seconds: 10, megabytes: 300, cellsPerSecond: 200_000 }
const hub = fileURLToPath(new URL('../../bin/hub.js', import.meta.url))

/** The forms that the CBS publishes its key figures in. */
const forms = ['csv', 'xlsx'] as const

interface Measured extends NationalFile, Usage {
  readonly form: (typeof forms)[number]
}

export async function measureImport({
  municipalities,
  tables: others,
  json,
}: ImportBenchOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  try {
    const measured: Measured[] = []
    const tables: MeasuredTable[] = []
    if (others)
      for (const table of declaredTables()) tables.push(await measureTable(table, folder, municipalities))
    else for (const form of forms) measured.push(await measureForm(form, join(folder, form), municipalities))
    const lines = [...measured.map(lineOf), ...tables.map(tableLineOf)]
    process.stdout.write(
      json ? `${JSON.stringify({ imports: measured, tables, limit })}\n` : lines.join('\n'),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureForm(
  form: Measured['form'],
  folder: string,
  municipalities: number,
): Promise<Measured> {
  await mkdir(folder)
  const file = join(folder, `national_84583NED.${form}`)
  const size = await writeNationalFile(file, municipalities)
  return { form, ...size, ...(await usageOf(folder, ['--year', '2019', file])) }
}

interface MeasuredTable extends NationalFile, Usage {
  readonly source: string
  /** Beyond what the same command takes for a country of one municipality. */
  readonly cellsPerSecond: number
}

async function measureTable(
  table: SourceColumns,
  folder: string,
  municipalities: number,
): Promise<MeasuredTable> {
  const { name } = table.source
  const run = async (size: number) => {
    const place = join(folder, `${name}-${String(size)}`)
    await mkdir(place)
    const file = join(place, 'national.csv')
    const written = await writeNationalTable(file, table, size)
    const words = ['--year', String(table.year), '--table', table.table, file]
    return { ...written, ...(await usageOf(place, words)) }
  }
  const small = await run(1)
  const whole = await run(municipalities)
  const cells = whole.rows * whole.columns - small.rows * small.columns
  return { source: name, ...whole, cellsPerSecond: cells / Math.max(0.001, whole.seconds - small.seconds) }
}

function tableLineOf({ source, rows, columns, cellsPerSecond, peakMegabytes }: MeasuredTable): string {
  const speed = count(Math.round(cellsPerSecond))
  const isSlow = cellsPerSecond < limit.cellsPerSecond
  return [
    `${source}: ${count(rows)} rows x ${columns} columns as CSV`,
    `speed   ${isSlow ? 'UNDER: ' : ''}${speed} cells a second beyond the start; ${count(limit.cellsPerSecond)} are promised`,
    `memory  ${Math.round(peakMegabytes)} MB at its peak, ${against(peakMegabytes, limit.megabytes, 'MB')}`,
    '',
  ].join('\n')
}

function lineOf({ form, rows, columns, seconds, processorSeconds, peakMegabytes }: Measured): string {
  return [
    `${form.toUpperCase()}: ${count(rows)} rows x ${columns} columns, a whole run of hub import, start and summary included`,
    `time    ${seconds.toFixed(1)} s, ${against(seconds, limit.seconds, 's')} (${processorSeconds.toFixed(1)} s of processor)`,
    `memory  ${Math.round(peakMegabytes)} MB at its peak, ${against(peakMegabytes, limit.megabytes, 'MB')}`,
    '',
  ].join('\n')
}

function against(measured: number, allowed: number, unit: string): string {
  const share = `${Math.round((100 * measured) / allowed)} % of the limit of ${allowed} ${unit}`
  return measured <= allowed ? share : `OVER: ${share}`
}

/** What an import into this folder used. */
async function usageOf(folder: string, words: readonly string[]): Promise<Usage> {
  const usageFile = join(folder, 'usage.json')
  await runImport(words, { HUB_DATA_DIR: join(folder, 'data'), HUB_USAGE_FILE: usageFile })
  return JSON.parse(await readFile(usageFile, 'utf8')) as Usage
}

/** The data go to SQLite files in the bench's own folder, whatever database the environment names. */
function runImport(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('DATABASE_URL'))
  const child = spawn(process.execPath, [hub, 'import', '--no-refresh', ...words], {
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new CommandRefused([`the import ended with code ${String(code)}: ${said}`]))
    })
  })
}
