/** A table as a client asks for it, whichever way it came: what is run of it, and the columns that it has in its layout. */
import type { DocumentNode } from 'graphql'
import type { Gateway } from '../operation/gateway.ts'
import type { OperationPart } from '../operation/passage.ts'
import type { TrustedDocument } from '../operation/trusted-documents.ts'
import type { CitedTable } from './citation.ts'
import { dictionaryOf, type Dictionary } from './dictionary.ts'
import type { Format } from './formats.ts'
import { longTable, type LongTable } from './long.ts'
import { readOrigins } from './origins.ts'
import { planTable, type TablePlan } from './plan.ts'
import type { ReadPage } from './read-table.ts'
import type { TableRequest } from './request.ts'

export interface AskedTable extends TableRequest {
  /** Null for the dictionary of the table. */
  readonly format: Format | null
  /** The address of the table, without an ending. */
  readonly address: string
  /** The operation with its directives of tables, valid but for these, and its text without them. */
  readonly source: DocumentNode
  readonly text: string
  readonly id: string
  readonly title: string
  readonly registered: TrustedDocument | undefined
}

/** What is the same for every page of a table, as a part of what its client asked. */
export function partOfTable(
  { text, registered, variables }: Pick<AskedTable, 'text' | 'registered' | 'variables'>,
  plan: Pick<TablePlan, 'text' | 'document'>,
): Pick<OperationPart, 'original' | 'registered' | 'text' | 'document'> {
  return {
    original: { query: text, variables },
    registered,
    text: plan.text,
    document: plan.document,
  }
}

/** Throws what `planTable` throws. */
export function layoutOf(
  { source, variables, options }: Pick<AskedTable, 'source' | 'variables' | 'options'>,
  { apiSchema: schema, indicators }: Pick<Gateway, 'apiSchema' | 'indicators'>,
): LongTable {
  const { layout, hasStatuses } = options
  const plan = planTable(source, variables, { schema, hasStatuses, hasOrigins: layout === 'long' })
  if (layout === 'long') return longTable(plan, { schema, indicators })
  return {
    ...{ plan, columns: plan.columns, figures: new Map() },
    wideRows: (limit) => limit,
    of: (table) => table,
  }
}

/** What its columns mean: with the origins of the figures, which one answer more tells, or without. `readPageOf` reads what a plan asks. */
export async function dictionaryOfTable(
  { source, variables, options, title, text }: AskedTable,
  { columns, figures }: Pick<LongTable, 'columns' | 'figures'>,
  {
    gateway: { apiSchema: schema, indicators },
    hasOrigins,
    cited,
    readPageOf,
  }: {
    readonly gateway: Pick<Gateway, 'apiSchema' | 'indicators'>
    readonly hasOrigins: boolean
    readonly cited: CitedTable
    readonly readPageOf: (plan: TablePlan) => ReadPage
  },
): Promise<Dictionary> {
  const told = { title, text, schema, indicators, cited }
  if (!hasOrigins || !options.hasStatuses)
    return dictionaryOf(columns, figures, { ...told, origins: undefined })
  const plan = planTable(source, variables, { schema, hasStatuses: true, hasOrigins })
  const origins = await readOrigins(plan, readPageOf(plan))
  return dictionaryOf(columns, figures, { ...told, origins })
}
