/**
 * `hub bench tables`: 14,000 neighbourhoods with 30 figures of five domains and the status of each, as a table in each format, in the hub as it is run;
 * and five million cells in one request. Beside it the same table by pages of 1,000 through Hive Gateway, written as CSV by a script. On Linux.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { post, waitUntilReady } from './ask.ts'
import { makeCountry } from './country.ts'
import { forgetPeak, memoryOf, processorSecondsOf } from './memory-of-tree.ts'
import { runToEnd } from './process.ts'
import { operationsFolder, readQuestions, type Question } from './questions.ts'
import { median } from './results.ts'
import { setUps, type SetUp } from './set-ups.ts'

interface MeasuredTable {
  readonly what: string
  /** Milliseconds of the first time, and the median of the others. */
  readonly firstMs: number
  readonly ms: number
  readonly processorMs: number
  readonly megabytes: number
  readonly aboveIdleMb: number
  readonly asked: string
}

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
})
const rounds = Number(options.rounds)
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const workFolder = mkdtempSync(join(tmpdir(), 'samenhang-bench-tables-'))
process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }))
const dataFolder = await makeCountry(14_000, say)
// Else the hub does it while it is measured.
say('refreshing what is computed')
await runToEnd(['cli/bin/hub.js', 'refresh'], { HUB_DATA_DIR: dataFolder })
const questions = await readQuestions(dataFolder)
const [one] = questions
const pages = questions.find(({ name }) => name === 'Q4')
if (!one || !pages) throw new Error('The questions of the bench are not all there')

const operations = join(workFolder, 'operations')
cpSync(operationsFolder, operations, { recursive: true })
const text = readFileSync(join(operations, 'neighbourhoods.graphql'), 'utf8')
writeFileSync(join(operations, 'six-years.graphql'), ofSixYears(text))

const measured = [...(await ours(one)), ...(options.only === 'ours' ? [] : await hives(one, pages))]
process.stdout.write(`${measured.map(told).join('\n')}\n`)
if (options.json) writeFileSync(options.json, `${JSON.stringify(measured, null, 2)}\n`)
process.exit(0)

/** Each domain of the newest year and of the five before it: 360 columns with their statuses. */
function ofSixYears(operation: string): string {
  return operation.replaceAll(
    / {12}(housing|care|education|labourMarket|integration) (\{[^}]*\})\n/g,
    (whole, domain: string, fields: string) =>
      [0, 1, 2, 3, 4]
        .map(
          (back) => `${domain}${String(2_023 - back)}: ${domain}(period: ${String(2_023 - back)}) ${fields}`,
        )
        .join('\n') + `\n${whole}`,
  )
}

async function ours(question: Question): Promise<readonly MeasuredTable[]> {
  const hub = await setUps({ dataFolder, workFolder }, { HUB_OPERATIONS_DIR: operations }).door()
  const { pid } = hub.processes[0] ?? { pid: 0 }
  await waitUntilReady(hub, question)
  // Starts the process that answers what is large.
  await read(hub, 'neighbourhoods.csv?limit=2000')
  const found: MeasuredTable[] = []
  const asked = [
    ['neighbourhoods.csv', 'under 800 ms, 200 MB'],
    ['neighbourhoods.arrow', 'under 500 ms, 200 MB'],
    ['neighbourhoods.parquet', 'under 500 ms, 200 MB'],
    ['neighbourhoods.csv?status=off', ''],
    ['neighbourhoods.csv?layout=long', ''],
    ['six-years.csv', 'under 300 MB'],
    ['six-years.parquet', 'under 300 MB'],
  ] as const
  await pause(1_000)
  const idleMb = memoryOf(pid).rssMb
  for (const [path, limits] of asked) {
    say(`ours: ${path}`)
    const turns = path.startsWith('six') ? 1 : rounds
    found.push({
      ...(await times(pid, idleMb, turns, () => read(hub, path))),
      what: `ours, ${path}`,
      asked: limits,
    })
  }
  await Promise.all(hub.processes.map((process) => process.stop()))
  return found
}

async function hives(question: Question, all: Question): Promise<readonly MeasuredTable[]> {
  const hive = await setUps({ dataFolder, workFolder }).hive()
  await waitUntilReady(hive, question)
  const found: MeasuredTable[] = []
  for (const isWithReasons of [true, false]) {
    say(`Hive, ${isWithReasons ? 'with' : 'without'} reasons`)
    const document = isWithReasons ? withReasons(all.document) : all.document
    await byPages(hive, { ...all, document, variables: all.variables.slice(0, 2) })
    await pause(1_000)
    const pids = hive.processes.map(({ pid }) => pid)
    const idleMb = pids.reduce((sum, pid) => sum + memoryOf(pid).rssMb, 0)
    const run = () => byPages(hive, { ...all, document })
    const [first = 0, ...others] = pids
    found.push({
      ...(await times(first, idleMb, rounds, run, others)),
      what: `by pages through Hive Gateway, CSV by a script, ${isWithReasons ? 'with' : 'without'} statuses`,
      asked: '',
    })
  }
  await Promise.all(hive.processes.map((process) => process.stop()))
  return found
}

function withReasons(document: string): string {
  return document.replaceAll(/(\n {4}\w+ \{)/g, '$1\n      missing { field reason }')
}

async function times(
  pid: number,
  idleMb: number,
  turns: number,
  run: () => Promise<number>,
  others: readonly number[] = [],
): Promise<Omit<MeasuredTable, 'what' | 'asked'>> {
  const pids = [pid, ...others]
  const taken: number[] = []
  let bytes = 0
  pids.forEach(forgetPeak)
  const before = pids.reduce((sum, each) => sum + processorSecondsOf(each), 0)
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now()
    bytes = await run()
    taken.push(performance.now() - began)
  }
  const used = pids.reduce((sum, each) => sum + processorSecondsOf(each), 0) - before
  const peakMb = pids.reduce((sum, each) => sum + memoryOf(each).peakMb, 0)
  return {
    firstMs: taken[0] ?? 0,
    ms: median(taken.length > 1 ? taken.slice(1) : taken),
    processorMs: (1_000 * used) / turns,
    megabytes: bytes / 1e6,
    aboveIdleMb: peakMb - idleMb,
  }
}

/** The bytes of a table. Throws where it is refused. */
async function read({ port }: SetUp, path: string): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${String(port)}/q/${path}`)
  let bytes = 0
  for await (const part of response.body ?? []) bytes += (part as Uint8Array).byteLength
  if (response.status !== 200) throw new Error(`${path}: status ${String(response.status)}`)
  return bytes
}

interface Page {
  readonly data: { readonly areas: readonly Readonly<Record<string, unknown>>[] }
}

/** What a client does without tables: asks page after page, and makes a row of each area. */
async function byPages(setUp: SetUp, question: Question): Promise<number> {
  let csv = ''
  for (const variables of question.variables) {
    const { status, text: answer } = await post(setUp.port, setUp.call(question, variables))
    if (status !== 200) throw new Error(`status ${String(status)}: ${answer.slice(0, 200)}`)
    for (const area of (JSON.parse(answer) as Page).data.areas) csv += `${cellsOf(area).join(',')}\r\n`
  }
  return csv.length
}

function cellsOf(area: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(area).flatMap((value) => {
    if (typeof value !== 'object' || value === null) return quoted(value)
    const { missing, ...figures } = value as { missing?: { field: string; reason: string }[] }
    return Object.entries(figures).flatMap(([field, figure]) =>
      missing
        ? [
            quoted(figure),
            figure === null ? (missing.find((entry) => entry.field === field)?.reason ?? '') : 'VALUE',
          ]
        : quoted(figure),
    )
  })
}

function quoted(value: unknown): string {
  const cell = value === null ? '' : String(value)
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function told({ what, firstMs, ms, processorMs, megabytes, aboveIdleMb, asked }: MeasuredTable): string {
  const limits = asked === '' ? '' : ` (${asked})`
  return `${what}: ${ms.toFixed(0)} ms, the first ${firstMs.toFixed(0)} ms, processor ${processorMs.toFixed(0)} ms; ${megabytes.toFixed(1)} MB; ${aboveIdleMb.toFixed(0)} MB above idle${limits}`
}
