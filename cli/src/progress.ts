/**
 * How far a long import is: a bar on a terminal, plain lines elsewhere (at most one every 2 s and every 10 %).
 * Knows rows only; where the number of rows is unknown it counts them and gives no time left.
 */
import type { Writable } from 'node:stream'
import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** Tells how many rows are done in all. */
  readonly reached: (rows: number) => void
  readonly stop: () => void
}

export interface ProgressOptions {
  /** What is imported: the file's name. */
  readonly label: string
  /** Null where the number of rows is known only at the end. */
  readonly total: number | null
  readonly output: Writable & { readonly isTTY?: boolean }
  /** For tests; milliseconds. */
  readonly now?: () => number
}

export function showProgress(options: ProgressOptions): Progress {
  return options.output.isTTY ? bar(options) : lines(options)
}

/** A terminal keeps its settings and its signals, so a command that is killed leaves it as it was. */
const untouched = { linewrap: true, hideCursor: false, gracefulExit: false }

function bar({ label, total, output, now = Date.now }: ProgressOptions): Progress {
  const began = now()
  const shape =
    total === null
      ? '{label} {value} rows, {rate}/s'
      : '{label} {bar} {percentage} %, {value}/{total} rows, {rate}/s, {eta_formatted} left'
  const progressBar = new SingleBar(
    { format: shape, stream: output, clearOnComplete: true, etaBuffer: 50, ...untouched },
    Presets.shades_classic,
  )
  progressBar.start(total ?? 0, 0, { label, rate: '0' })
  let lastUpdate = began
  return {
    reached(rows) {
      const at = now()
      if (at - lastUpdate < 100 && rows !== total) return
      lastUpdate = at
      progressBar.update(rows, { rate: rateOf(rows, at - began) })
    },
    stop: () => progressBar.stop(),
  }
}

function lines({ label, total, output, now = Date.now }: ProgressOptions): Progress {
  const began = now()
  const step = total === null ? 0 : total / 10
  let lastLine = { at: began, rows: 0 }
  return {
    reached(rows) {
      const at = now()
      if (at - lastLine.at < 2_000 || rows - lastLine.rows < step || rows === total) return
      lastLine = { at, rows }
      const share =
        total === null
          ? `${count(rows)} rows`
          : `${count(rows)} of ${count(total)} rows (${Math.floor((100 * rows) / total)} %)`
      const left =
        total === null ? '' : `, ${Math.ceil(((at - began) * (total - rows)) / rows / 1_000)} s left`
      output.write(`${label}: ${share}, ${rateOf(rows, at - began)} rows/s${left}\n`)
    },
    stop: () => undefined,
  }
}

/** 17942942 as people here read it in English: 17,942,942. */
export function count(number: number): string {
  return number.toLocaleString('en')
}

function rateOf(rows: number, milliseconds: number): string {
  return count(Math.round((rows * 1_000) / Math.max(milliseconds, 1)))
}
