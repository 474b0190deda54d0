/** Loads the results of areas for one request, all that are asked of together. An area without a result is null. */
import DataLoader from 'dataloader'
import type { NeedRow, PressureRow, ResultStore } from './store.ts'

export interface ResultLoaders {
  readonly results: ResultStore
  need(code: string): Promise<NeedRow | null>
  pressure(code: string): Promise<PressureRow | null>
}

export function createResultLoaders(results: ResultStore): ResultLoaders {
  const needs = byCode(results.needs)
  const pressures = byCode(results.pressures)
  return { results, need: (code) => needs.load(code), pressure: (code) => pressures.load(code) }
}

function byCode<Row extends { readonly code: string }>(read: (codes: readonly string[]) => Promise<Row[]>) {
  return new DataLoader<string, Row | null>(async (codes) => {
    const rows = new Map((await read(codes)).map((row) => [row.code, row]))
    return codes.map((code) => rows.get(code) ?? null)
  })
}
