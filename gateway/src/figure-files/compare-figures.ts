/** Two files of figures of one domain and year, compared figure by figure, an indicator at a time. */
import { setImmediate as turn } from 'node:timers/promises'
import type { AsyncBuffer, FileMetaData } from 'hyparquet'
import { unavailableStatus } from '../tables/statuses.ts'
import { indicatorOf } from './group-statistics.ts'

export interface FigureRevision {
  readonly code: string
  readonly before: number | null
  readonly statusBefore: string
  readonly after: number | null
  readonly statusAfter: string
}

export interface FigureChange {
  readonly indicator: string
  readonly revised: number
  readonly added: number
  readonly withdrawn: number
  readonly restated: number
  readonly isGone: boolean
  readonly examples: readonly FigureRevision[]
}

export interface FigureDifference {
  readonly figures: readonly FigureChange[]
  readonly areasGone: readonly string[]
  readonly areasNew: readonly string[]
  readonly areasRenamed: readonly string[]
}

interface Cell {
  readonly name: string
  readonly value: number | null
  readonly status: string
}

type Cells = ReadonlyMap<string, Cell>

/** A file without rows stands for figures that are not there. Shows so many examples of each indicator. */
export async function compareFigures(
  before: AsyncBuffer | undefined,
  after: AsyncBuffer | undefined,
  examples: number,
): Promise<FigureDifference> {
  const [was, is] = [await openFigures(before), await openFigures(after)]
  const figures: FigureChange[] = []
  const names: readonly [Map<string, string>, Map<string, string>] = [new Map(), new Map()]
  for (const indicator of [...new Set([...was.indicators, ...is.indicators])].sort()) {
    const [old, now] = [await was.cells(indicator), await is.cells(indicator)]
    for (const [index, cells] of [old, now].entries())
      for (const [code, { name }] of cells) names[index]?.set(code, name)
    const change = changeOf(indicator, old, now, examples)
    if (change) figures.push(change)
    await turn()
  }
  const [oldNames, newNames] = names
  const notIn = (
    codes: ReadonlyMap<string, string>,
    others: ReadonlyMap<string, string>,
  ): readonly string[] => [...codes.keys()].filter((code) => !others.has(code)).sort()
  return {
    figures,
    areasGone: notIn(oldNames, newNames),
    areasNew: notIn(newNames, oldNames),
    areasRenamed: [...oldNames]
      .filter(([code, name]) => newNames.has(code) && newNames.get(code) !== name)
      .map(([code]) => code)
      .sort(),
  }
}

const nothing: Cell = { name: '', value: null, status: unavailableStatus }

function changeOf(indicator: string, was: Cells, is: Cells, most: number): FigureChange | undefined {
  const counts = { revised: 0, added: 0, withdrawn: 0, restated: 0 }
  const examples: FigureRevision[] = []
  for (const code of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const [before, after] = [was.get(code) ?? nothing, is.get(code) ?? nothing]
    if (before.value === after.value && before.status === after.status) continue
    if (before.value === null && after.value === null) counts.restated += 1
    else if (before.value === null) counts.added += 1
    else if (after.value === null) counts.withdrawn += 1
    else counts.revised += 1
    if (examples.length < most)
      examples.push({
        ...{ code, before: before.value, statusBefore: before.status },
        ...{ after: after.value, statusAfter: after.status },
      })
  }
  const total = counts.revised + counts.added + counts.withdrawn + counts.restated
  const hasValue = (cells: Cells): boolean => [...cells.values()].some(({ value }) => value !== null)
  return total === 0 ? undefined : { indicator, ...counts, isGone: hasValue(was) && !hasValue(is), examples }
}

/** A row as it is read of these columns. */
interface FigureCells extends Omit<Cell, 'value'> {
  readonly code: string
  readonly value: number | null | undefined
}

interface OpenFigures {
  readonly indicators: readonly string[]
  cells(indicator: string): Promise<Cells>
}

async function openFigures(file: AsyncBuffer | undefined): Promise<OpenFigures> {
  if (!file) return { indicators: [], cells: () => Promise.resolve(new Map()) }
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet')
  const metadata = await parquetMetadataAsync(file)
  const places = placesOf(metadata)
  return {
    indicators: [...places.keys()],
    async cells(indicator) {
      const cells = new Map<string, Cell>()
      for (const { rowStart, rowEnd } of places.get(indicator) ?? []) {
        const columns = ['code', 'name', 'value', 'status']
        const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, columns })
        for (const { code, name, value, status } of rows as unknown as readonly FigureCells[])
          cells.set(code, { name, value: value ?? null, status })
      }
      return cells
    },
  }
}

interface Rows {
  readonly rowStart: number
  readonly rowEnd: number
}

/** The rows of each indicator, by its id. */
function placesOf({ row_groups: groups }: FileMetaData): ReadonlyMap<string, readonly Rows[]> {
  const places = new Map<string, Rows[]>()
  let rowStart = 0
  for (const group of groups) {
    const rowEnd = rowStart + Number(group.num_rows)
    const indicator = indicatorOf(group)
    places.set(indicator, [...(places.get(indicator) ?? []), { rowStart, rowEnd }])
    rowStart = rowEnd
  }
  return places
}
