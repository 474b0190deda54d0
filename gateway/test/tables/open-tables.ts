/** Tables of a graph of regions, asked over HTTP by a test. */
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { openRegions, type RegionsHub } from './regions.ts'

export interface Problem extends Readonly<Record<string, unknown>> {
  readonly status: number
  readonly code: string
  readonly detail: string
}

/** Opens the graph for all tests of a file, as it was at first for each: `hub` is there from the first test on. */
export function openTables(documents: Readonly<Record<string, string>>) {
  let hub: RegionsHub
  beforeAll(async () => {
    hub = await openRegions(new Map(Object.entries(documents)))
  })
  beforeEach(() => {
    Object.assign(hub.state, {
      regions: 30,
      parts: (index: number) => index % 4,
      failsFrom: {},
      version: '1',
    })
    Object.assign(hub.state.fetches, { regions: 0, figures: 0 })
    hub.state.atFetch = () => undefined
  })
  afterAll(() => hub.close())
  return {
    hub: (): RegionsHub => hub,
    /** The lines of a table. */
    async csv(path: string): Promise<readonly string[]> {
      const response = await hub.table(path)
      const text = await response.text()
      expect([response.status, response.status === 200 ? '' : text]).toEqual([200, ''])
      return text.split('\r\n').slice(0, -1)
    },
    /** What refuses a table. */
    async problem(path: string, request?: RequestInit): Promise<Problem> {
      const response = await hub.table(path, request)
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      const body = (await response.json()) as Problem
      expect(body['status']).toBe(response.status)
      return { ...body, status: response.status }
    },
  }
}
