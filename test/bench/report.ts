/** The results in words and tables, the same for the terminal and for docs/benchmarks.md. */
import { cpus, totalmem } from 'node:os'
import type { ExportMemory, OperationsMemory } from './memory.ts'
import { questionNames, type Question } from './questions.ts'
import { median, ratio, ratiosOf, required, rowsOf, type Ratios, type Row, type Sample } from './results.ts'
import type { SetUpName } from './set-ups.ts'

export interface Results {
  readonly rounds: number
  readonly seconds: number
  readonly connections: readonly number[]
  readonly questions: readonly Question[]
  readonly samples: readonly Sample[]
  /** What each set-up is, in the order of the table. */
  readonly about: ReadonlyMap<SetUpName, string>
  readonly leftOut: ReadonlyMap<SetUpName, string>
  readonly firstAnswerMs: ReadonlyMap<SetUpName, number>
  readonly exports: ReadonlyMap<SetUpName, readonly ExportMemory[]>
  readonly operations: OperationsMemory | undefined
  readonly versions: Readonly<Record<string, string>>
}

type Cells = readonly string[]

/** Every figure, for `--json`. */
export function asJson(results: Results): object {
  return {
    machine: machine(),
    versions: results.versions,
    rounds: results.rounds,
    seconds: results.seconds,
    ratios: ratiosOf(results.samples),
    ratiosOfProcessorTime: ratiosOf(results.samples, 'thrift'),
    required,
    rows: rowsOf(results.samples),
    samples: results.samples,
    leftOut: Object.fromEntries(results.leftOut),
    firstAnswerMs: Object.fromEntries(results.firstAnswerMs),
    exportMemory: Object.fromEntries(results.exports),
    operationsMemory: results.operations,
  }
}

/** Markdown. */
export function asText(results: Results): string {
  const { processor, cores, memoryGb } = machine()
  const others = median(results.samples.map(({ othersShare }) => othersShare))
  const versions = Object.entries(results.versions).map(([name, version]) => `${name} ${version}`)
  return [
    `${processor}, ${cores} cores, ${memoryGb} GB; ${versions.join(', ')}.`,
    '',
    `${results.rounds} rounds of ${results.seconds} s at ${results.connections.join(' and at ')} connections after a warm-up, set-ups interleaved; each first gave answers deeply`,
    'equal to those of the limit. A figure is the median of the rounds; memory and the longest block of the event loop are the most of any',
    'round. CPU and memory are those of all processes of the set-up together.',
    `Others used ${Math.round(100 * others)} % of the machine meanwhile (median of all measurements).`,
    '',
    ...results.questions.flatMap((question) => questionTable(results, question)),
    ...[...results.leftOut].map(
      ([name, why]) => `Not measured: ${name}, because ${why.replace(/\.$/, '')}.\n`,
    ),
    '### Ratios of speed',
    '',
    ...ratioTable(ratiosOf(results.samples), required),
    '',
    '### Ratios of processor time a request',
    '',
    'What is left of the above when others use the machine too: who runs in one process then gets a smaller share of it than who runs in seven.',
    '',
    ...ratioTable(ratiosOf(results.samples, 'thrift'), {}),
    '',
    ...memoryLines(results),
  ].join('\n')
}

function questionTable(results: Results, { name, about }: Question): readonly string[] {
  const rows = rowsOf(results.samples).filter((row) => row.question === name)
  const of = (setUp: SetUpName) => rows.filter((row) => row.setUp === setUp)
  const times = (setUp: SetUpName, peer: SetUpName) => speed(ratio(results.samples, name, setUp, peer))
  const heads =
    name === 'Q4'
      ? ['ms an export', 'CPU ms', 'peak MB', 'above idle MB']
      : [
          ...results.connections.map((count) => `req/s at ${count}`),
          'median ms',
          'p99 ms',
          'CPU ms/req',
          'peak MB',
        ]
  const lines = [...results.about]
    .filter(([setUp]) => of(setUp).length > 0)
    .map(([setUp, description]) => [
      description,
      ...(name === 'Q4' ? exportCells(of(setUp)) : loadCells(of(setUp))),
      number(Math.max(...of(setUp).map(({ longestBlockMs }) => longestBlockMs))),
      times(setUp, 'limit'),
      times(setUp, 'apollo'),
      times(setUp, 'hive'),
    ])
  return [
    `### ${name}: ${about}`,
    '',
    ...table([['set-up', ...heads, 'longest block ms', '/ limit', '/ Apollo', '/ Hive'], ...lines]),
    '',
  ]
}

/** Latencies of 16 and of 64 connections. */
function loadCells(rows: readonly Row[]): Cells {
  const both = (of: (row: Row) => number) => rows.map((row) => number(of(row))).join(' / ')
  return [
    ...rows.map(({ perSecond }) => number(perSecond)),
    both(({ medianMs }) => medianMs),
    both(({ p99Ms }) => p99Ms),
    number(rows[0]?.cpuMs),
    number(Math.max(...rows.map(({ peakMb }) => peakMb))),
  ]
}

function exportCells([row]: readonly Row[]): Cells {
  return [number(row?.medianMs), number(row?.cpuMs), number(row?.peakMb), number(row?.aboveMb)]
}

function ratioTable(ratios: Ratios, asked: Ratios): readonly string[] {
  const lines = Object.entries(ratios).map(([name, values]) => [
    name,
    ...questionNames.map((question) => {
      const least = asked[name]?.[question]
      const value = values[question]
      if (least === undefined || value === undefined) return speed(value)
      return `${speed(value)} (${value >= least ? 'reaches' : 'BELOW'} ${least})`
    }),
  ])
  return table([['', ...questionNames], ...lines])
}

function memoryLines({ exports, operations, firstAnswerMs }: Results): readonly string[] {
  const sizes = [...exports.values()][0]?.map(({ areas }) => areas.toLocaleString('en')) ?? []
  const lines = [...exports].map(([setUp, found]) => [
    setUp,
    ...found.map(({ aboveIdleMb, ms }) => `${number(aboveIdleMb)} MB, ${number(ms)} ms`),
  ])
  const first = [...firstAnswerMs].map(([setUp, ms]) => `${setUp} ${number(ms)} ms`)
  return [
    '### Memory and first answers',
    '',
    ...(lines.length > 0
      ? [
          'The largest resident size above the idle one, from a fresh start, of an export of so many areas:',
          '',
          ...table([['set-up', ...sizes], ...lines]),
          '',
        ]
      : []),
    ...(operations
      ? [
          `${operations.operations.toLocaleString('en')} different operations took the hub from ${number(operations.beforeMb)} to ${number(operations.afterMb)} MB of resident`,
          `memory (at most 150 MB more are allowed); the longest block meanwhile was ${number(operations.longestBlockMs)} ms.`,
          '',
        ]
      : []),
    `The first answer after the start: ${first.join(', ')}.`,
    '',
  ]
}

/** A Markdown table, in columns for who reads it as it is. */
function table(rows: readonly Cells[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: Cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)]
}

function speed(value: number | undefined): string {
  return value === undefined ? '-' : value.toFixed(value < 10 ? 2 : 1)
}

function number(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '-'
  return value.toLocaleString('en', { maximumFractionDigits: value < 1 ? 2 : value < 100 ? 1 : 0 })
}

function machine() {
  const [first] = cpus()
  return {
    processor: first?.model ?? 'unknown processor',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
  }
}
