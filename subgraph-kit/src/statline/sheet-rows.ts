/**
 * The rows of one sheet of a workbook, as its XML streams in: only rows with content, each with its number and its cells by place. Numbers
 * stored as text stay text. What is no number or text (a date, a yes-or-no, an error) comes as `NoFigure`, for the caller to refuse.
 */
import type { SharedCells } from './workbook-parts.ts'
import { readXml } from './xml-events.ts'

/** A cell that can be no figure: what it is, in words. */
export class NoFigure {
  constructor(readonly words: string) {}
}

export type SheetCell = string | number | NoFigure | undefined

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly line: number
  readonly cells: readonly SheetCell[]
}

/** Gathers one row after another of what the XML tells. */
class RowReader {
  readonly done: SheetRow[] = []
  /** What the sheet says of its own size, in rows; null where it does not. */
  lastLine: number | null = null
  #line = 0
  #cells: SheetCell[] = []
  #column = 0
  #kind = 'n'
  #style = 0
  #text = ''
  #isText = false
  #spoken = 0

  constructor(readonly shared: SharedCells) {}

  open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    if (name === 'c') {
      const { r, s, t } = attributes()
      this.#column = r === undefined ? this.#cells.length : columnOf(r)
      this.#kind = t ?? 'n'
      this.#style = s === undefined ? 0 : Number(s)
      this.#text = ''
    } else if (name === 'v' || name === 't') this.#isText = this.#spoken === 0
    else if (name === 'row') {
      const { r } = attributes()
      this.#line = r === undefined ? this.#line + 1 : Number(r)
      this.#cells = []
    } else if (name === 'rPh') this.#spoken += 1
    else if (name === 'dimension') {
      const last = /\d+$/.exec(attributes()['ref'] ?? '')?.[0]
      this.lastLine = last === undefined ? null : Number(last)
    }
  }

  text(text: string): void {
    if (this.#isText) this.#text += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isText = false
    else if (name === 'rPh') this.#spoken -= 1
    else if (name === 'c') {
      const value = this.#value()
      if (value !== undefined) this.#cells[this.#column] = value
    } else if (name === 'row' && this.#cells.length > 0) {
      this.done.push({ line: this.#line, cells: this.#cells })
    }
  }

  #value(): SheetCell {
    const text = this.#text
    if (text === '') return undefined
    switch (this.#kind) {
      case 's':
        return this.shared.texts[Number(text)] ?? new NoFigure('a text that the workbook lacks')
      case 'str':
      case 'inlineStr':
        return text
      case 'b':
        return new NoFigure('a boolean')
      case 'd':
        return new NoFigure('a date')
      case 'e':
        return new NoFigure(`the error ${text}`)
      default: {
        if (this.shared.dates.has(this.#style)) return new NoFigure('a date')
        const number = Number(text)
        return Number.isNaN(number) ? text : number
      }
    }
  }
}

export interface SheetRows {
  rows(): AsyncGenerator<SheetRow>
  /** The number of the last row by the sheet's own word, once the first row was read. */
  lastLine(): number | null
}

export function readSheet(parts: AsyncIterable<Buffer>, shared: SharedCells): SheetRows {
  const reader = new RowReader(shared)
  return {
    async *rows() {
      const steps = readXml(parts, reader)
      try {
        while (!(await steps.next()).done) yield* reader.done.splice(0)
      } finally {
        await steps.return(undefined)
      }
    },
    lastLine: () => reader.lastLine,
  }
}

/** 27 of `AB12`, counted from 0. */
function columnOf(cell: string): number {
  let column = 0
  for (let at = 0; at < cell.length; at += 1) {
    const letter = cell.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
