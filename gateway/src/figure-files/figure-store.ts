/**
 * The files of figures in the data folder: one for each domain and year, and one of all. What is current stands in one list that is replaced at once, so that
 * nobody sees half of a making; of each domain and year the newest five imports stay, for comparing.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '@samenhang/subgraph-kit/make-folder'
import { importsKept } from '../kept-tables/imports-since.ts'
import { keptFiles, readHashed, type Kept, type KeptFiles } from '../kept-tables/kept-files.ts'
import type { LoadedTable } from '../kept-tables/loaded-tables.ts'
import { markOf } from '../operation/etag.ts'
import { addToHistory, readHistory, replaceHashed, versionsIn, type FigureMaking } from './figure-history.ts'
import type { FigureSource } from './read-figures.ts'

/** What is told of a file of figures. */
export interface FigureFileFacts {
  /** Null for the file of all domains and years. */
  readonly domain: string | null
  readonly period: number | null
  /** What tells its import from others; of the file of all, what it is joined from. */
  readonly import: string
  readonly rows: number
  /** The published tables that its figures are from. */
  readonly sources: readonly FigureSource[]
  /** When it was made, in UTC, as ISO 8601. */
  readonly madeAt: string
  /** With its quotes. */
  readonly etag: string
  readonly contentType: string
  readonly isCompressible: false
}

export type FigureFile = Kept<FigureFileFacts>

/** What is current. */
export interface FigureList {
  /** The state of the data that the files are of. */
  readonly snapshot: string
  /** The version of the data of each subgraph then. */
  readonly versions: Readonly<Record<string, string>>
  readonly madeAt: string
  readonly files: readonly FigureFile[]
}

export interface FigureStore {
  readonly files: KeptFiles<FigureFileFacts>
  /** Undefined before the first making. */
  current(): Promise<FigureList | undefined>
  find(group: string, version: string): Promise<FigureFile | undefined>
  /** Which files there were at each making, the newest first. */
  history(): Promise<readonly FigureMaking[]>
  /** From now on these are current; what is no longer needed goes. */
  publish(list: FigureList): Promise<void>
}

/** The group of the file of all domains and years. */
export const allFigures = 'all'

const mostBytes = 20_000_000_000

export function openFigureStore(folder: string): FigureStore {
  const files = keptFiles<FigureFileFacts>(join(folder, 'files'), mostBytes)
  const listPath = join(folder, 'current.json')
  const historyPath = join(folder, 'history.json')
  return {
    files,
    async current() {
      const line = await readHashed(listPath)
      return line === undefined ? undefined : (JSON.parse(line) as FigureList)
    },
    find: async (group, version) => (await files.list(group)).find((file) => file.version === version),
    history: () => readHistory(historyPath),
    async publish(list) {
      makeFolder(folder)
      const made = list.files.map(({ group, version, told }) => ({
        ...{ group, version, domain: told.domain, period: told.period },
      }))
      const history = await addToHistory(historyPath, { versions: list.versions, files: made })
      await replaceHashed(listPath, JSON.stringify(list))
      for (const group of await readdir(files.folder).catch(() => [])) {
        // A reader of the one before may still ask for its parts.
        const needed = versionsIn(history, group, group === allFigures ? 2 : importsKept)
        for (const file of await files.list(group)) if (!needed.has(file.version)) await files.remove(file)
      }
    },
  }
}

export function groupOf(domain: string, period: number): string {
  return `${domain}-${String(period)}`
}

const figureKind = 'PROFILE_FIGURES'
/** Raised where files of the same data are written otherwise. */
const layout = 1

/** By year, what tells one import of the figures of a domain from another, as far as the graph tells. */
export function importsOf(domain: string, loaded: readonly LoadedTable[]): ReadonlyMap<number, string> {
  const own = loaded.filter((table) => table.domain === domain && ['', figureKind].includes(table.kind))
  return new Map(
    [...new Set(own.map(({ period }) => period))].map((period) => [
      period,
      markOf([layout, own.filter((table) => table.period === period).map((table) => table.import)]),
    ]),
  )
}
