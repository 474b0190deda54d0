/** Files of focus groups for tests of housing: rows of the file, what an import of it says, and what the graph then answers. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openForEach } from '@samenhang/subgraph-kit/open-for-each'
import { importRecords, openRecordsFile } from '@samenhang/subgraph-kit/records-file'
import type { DatabaseKind } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

export const example = fileURLToPath(new URL('../data/focus-groups.csv', import.meta.url))
const header = readFileSync(example, 'utf8').split('\n')[0] ?? ''
export const kinds = 10
/** The header of files of before inflow and suitable homes. */
export const formerHeader = header.replace('inflow;', '').replace('suitable_home;', '')

interface Figures {
  readonly group: string
  readonly period: number
  readonly persons: number | null
  readonly households: number | null
  readonly inflow: number | null
  readonly medianMonthsWaiting: number | null
  readonly accommodation: readonly { kind: string; households: number | null }[]
  readonly missing: readonly { field: string; reason: string }[]
  readonly source: { table: string; synthetic: boolean }
}

export const selection =
  '{ group period persons households inflow medianMonthsWaiting accommodation { kind households } missing { field reason } source { table synthetic } }'

/** Housing on an empty database for each test of a block. */
export function openFocusGroups(kind: DatabaseKind) {
  const open = openForEach(subgraph, kind)

  async function ask<Answer = Figures[] | null>(code: string, field = `housingFocusGroups ${selection}`) {
    return (await open.areaOf(code, `answer: ${field}`))?.['answer'] as Answer | undefined
  }

  /** A row of the file: counts of persons and households, who all stay in one kind but those that are given. */
  function row(
    code: string,
    persons: number,
    stay: readonly number[],
    { group = 'HOMELESS', period = 2024, province = '' } = {},
  ) {
    const parts = Array.from({ length: kinds }, (_, index) => stay[index] ?? 0)
    const households = parts.reduce((sum, part) => sum + part, 0)
    return [period, code, group, persons, households, households, 12.5, ...parts, province].join(';')
  }

  function write(name: string, rows: readonly string[]): string {
    const path = join(open.data.directory, name)
    writeFileSync(path, [header, ...rows].join('\n'))
    return path
  }

  async function take(path: string, options: { force?: boolean; retrievedAt?: string } = {}) {
    const file = await openRecordsFile(path, options.retrievedAt ? { retrievedAt: options.retrievedAt } : {})
    const [report] = (file && (await importRecords(open.running.formats, file, options))) ?? []
    return report
  }

  return { open, ask, row, write, take }
}
