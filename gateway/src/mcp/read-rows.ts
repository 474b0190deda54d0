/**
 * The first rows of a table, as much as a model reads at once: from one answer of the graph, with the status of each figure. Whether that is all, and
 * of how many rows, is told; the whole is at the address of the table.
 */
import { print } from 'graphql'
import { withoutTableDirectives } from '@samenhang/schema/consumers/table-directives'
import { dictionaryOfTable, layoutOf, partOfTable, type AskedTable } from '../tables/asked-table.ts'
import type { Dictionary } from '../tables/dictionary.ts'
import { withoutPaging } from '../tables/paging.ts'
import type { TablePlan } from '../tables/plan.ts'
import { wholeData } from '../tables/problem.ts'
import { openTable, type ReadPage } from '../tables/read-table.ts'
import type { Cell, Row } from '../tables/rows.ts'
import type { Asking } from './tool.ts'

/** Characters of JSON that one result may have for its rows. */
const mostCharacters = 60_000

export interface FirstRows {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, Cell>>[]
  /** Rows of the whole: exact where one answer has all. */
  readonly rowsInAll: number
  readonly isCut: boolean
}

/** Rejects with HubError or AnswerRefused. */
export async function firstRows(
  asked: AskedTable,
  limit: number,
  { gateway, options }: Asking,
): Promise<FirstRows> {
  const { source, variables } = asked
  const unpaged = withoutPaging(source, gateway.apiSchema)
  gateway.checkLimits({ query: print(withoutTableDirectives(unpaged)), variables })
  const { plan, columns, of } = layoutOf(asked, gateway)
  const readPage = pageReader(asked, plan, { gateway, options })
  const opened = of(
    await openTable(plan, { readPage, version: () => Promise.resolve(undefined), limit: undefined }),
    undefined,
  )
  const rows = opened.rows()
  const first = await rows.next()
  await rows.return(undefined)
  const batch: readonly Row[] = first.done === true ? [] : first.value
  const names = columns.map(({ name }) => name)
  const shown = fitting(
    batch
      .slice(0, limit)
      .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]))),
  )
  const rowsInAll = Math.max(opened.estimate.rows, shown.length)
  return { columns: names, rows: shown, rowsInAll, isCut: rowsInAll > shown.length }
}

/** What the columns of a table mean, with the periods and sources of its first figures. */
export function meaningOf(asked: AskedTable, { gateway, options }: Asking): Promise<Dictionary> {
  return dictionaryOfTable(asked, layoutOf(asked, gateway), {
    ...{ gateway, hasOrigins: true, cited: { address: asked.address, snapshot: undefined } },
    readPageOf: (plan) => pageReader(asked, plan, { gateway, options }),
  })
}

function pageReader(
  asked: AskedTable,
  plan: TablePlan,
  { gateway, options }: Pick<Asking, 'gateway' | 'options'>,
): ReadPage {
  return async (page) =>
    wholeData(await gateway.answerPart({ ...partOfTable(asked, plan), ...page }, options))
}

/** As many of the first rows as one result may have. */
function fitting(rows: FirstRows['rows']): FirstRows['rows'] {
  let characters = 0
  const most = rows.findIndex((row) => (characters += JSON.stringify(row).length + 1) > mostCharacters)
  return most < 0 ? rows : rows.slice(0, most)
}
