/**
 * `hub bench import`: how long the real import takes over a whole country, as CSV and as a workbook, and how much memory, against the
 * promised limit. Each import runs as a process of its own into an empty folder, so nothing of the bench is counted.
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

export interface ImportBenchOptions {
  readonly municipalities: number
  readonly json: boolean
}

const limit = { seconds: 10, megabytes: 300 }
const hub = fileURLToPath(new URL('../../bin/hub.js', import.meta.url))

/** The forms that the CBS publishes its key figures in. */
const forms = ['csv', 'xlsx'] as const

interface Measured extends NationalFile, Usage {
  readonly form: (typeof forms)[number]
}

export async function measureImport({ municipalities, json }: ImportBenchOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  try {
    const measured: Measured[] = []
    for (const form of forms) measured.push(await measureForm(form, join(folder, form), municipalities))
    process.stdout.write(
      json ? `${JSON.stringify({ imports: measured, limit })}\n` : measured.map(lineOf).join('\n'),
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
  const usageFile = join(folder, 'usage.json')
  await runImport(file, { HUB_DATA_DIR: join(folder, 'data'), HUB_USAGE_FILE: usageFile })
  return { form, ...size, ...(JSON.parse(await readFile(usageFile, 'utf8')) as Usage) }
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

/** The data go to SQLite files in the bench's own folder, whatever database the environment names. */
function runImport(file: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('DATABASE_URL'))
  const child = spawn(process.execPath, [hub, 'import', '--no-refresh', '--year', '2019', file], {
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
