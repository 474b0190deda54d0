/**
 * `hub bench import`: how long the real import takes over a whole country, and how much memory, against the promised limit.
 * The import runs as a process of its own into an empty folder, so nothing of the bench is counted.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommandRefused } from '../faults.ts'
import { count } from '../progress.ts'
import type { Usage } from '../usage.ts'
import { writeNationalFile } from './national-file.ts'

export interface ImportBenchOptions {
  readonly municipalities: number
  readonly json: boolean
}

const limit = { seconds: 10, megabytes: 300 }
const hub = fileURLToPath(new URL('../../bin/hub.js', import.meta.url))

export async function measureImport({ municipalities, json }: ImportBenchOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  try {
    const file = join(folder, 'national_84583NED.csv')
    const { rows, columns } = await writeNationalFile(file, municipalities)
    const usageFile = join(folder, 'usage.json')
    await runImport(file, { HUB_DATA_DIR: join(folder, 'data'), HUB_USAGE_FILE: usageFile })
    const { seconds, processorSeconds, peakMegabytes } = JSON.parse(
      await readFile(usageFile, 'utf8'),
    ) as Usage
    if (json) {
      process.stdout.write(
        `${JSON.stringify({ rows, columns, seconds, processorSeconds, peakMegabytes, limit })}\n`,
      )
      return
    }
    process.stdout.write(
      [
        `${count(rows)} rows x ${columns} columns, a whole run of hub import, start and summary included`,
        `time    ${seconds.toFixed(1)} s, ${against(seconds, limit.seconds, 's')} (${processorSeconds.toFixed(1)} s of processor)`,
        `memory  ${Math.round(peakMegabytes)} MB at its peak, ${against(peakMegabytes, limit.megabytes, 'MB')}`,
        '',
      ].join('\n'),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
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
