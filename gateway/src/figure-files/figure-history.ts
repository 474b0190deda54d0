/** Which file of figures each domain and year had at each making, so that two snapshots can be compared while the files are kept. */
import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { readHashed, writeHashed } from '../kept-tables/kept-files.ts'

/** One making. */
export interface FigureMaking {
  /** The version of the data of each subgraph. */
  readonly versions: Readonly<Record<string, string>>
  readonly files: readonly FigureFileName[]
}

export interface FigureFileName {
  readonly group: string
  readonly version: string
  readonly domain: string | null
  readonly period: number | null
}

const mostMakings = 200

/** The newest first. */
export async function readHistory(path: string): Promise<readonly FigureMaking[]> {
  const line = await readHashed(path)
  return line === undefined ? [] : (JSON.parse(line) as readonly FigureMaking[])
}

/** Gives the history with this making in it. */
export async function addToHistory(path: string, making: FigureMaking): Promise<readonly FigureMaking[]> {
  const history = [making, ...(await readHistory(path))].slice(0, mostMakings)
  await replaceHashed(path, JSON.stringify(history))
  return history
}

/** The newest versions of a group that are told apart, so many at most. */
export function versionsIn(
  history: readonly FigureMaking[],
  group: string,
  most: number,
): ReadonlySet<string> {
  const versions = history.flatMap(({ files }) => files.filter((file) => file.group === group))
  return new Set([...new Set(versions.map(({ version }) => version))].slice(0, most))
}

/** Writes one line with its hash in the place of what is there, at once. */
export async function replaceHashed(path: string, line: string): Promise<void> {
  const next = `${path}-${randomBytes(6).toString('hex')}`
  await writeHashed(next, line)
  await rename(next, path).finally(() => rm(next, { force: true }))
}
