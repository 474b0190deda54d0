/** A dry run of a table: what its first page would take, and what the whole may have. Nothing of it is read, so the number of its rows is not known. */
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { layoutOf, partOfTable, type AskedTable } from '../tables/asked-table.ts'
import { formats, rowsThatFit } from '../tables/formats.ts'
import { firstsOf, pageSizes } from '../tables/page-sizes.ts'
import { wholeData } from '../tables/problem.ts'
import { mostObjects } from '../tables/too-large.ts'
import { requestOptionsOf } from './caller-headers.ts'
import type { Exchange } from './exchange.ts'
import { sendJson } from './send.ts'

/** Rejects with AnswerRefused for what refuses the operation. */
export async function explainTable(exchange: Exchange, asked: AskedTable): Promise<void> {
  const { gateway, response } = exchange
  const { plan, columns } = layoutOf(asked, gateway)
  const sizes = pageSizes(plan)
  const variables = { ...plan.variables, ...firstsOf(plan.levels, sizes) }
  const objects = plan.objects(variables)
  const part = { ...partOfTable(asked, plan), variables, objects, isFirst: true }
  const answer = await gateway.answerPart(part, requestOptionsOf(exchange))
  const page = dryRunIn(answer.text)
  if (!page) return void wholeData(answer)
  const table = {
    columns: columns.map(({ name }) => name),
    // What lies around the innermost list is repeated in its rows.
    rowsOfPage: sizes.reduce((product, size, level) => product * (plan.levels[level]?.page ? size : 1), 1),
    rowsAsked: asked.options.limit ?? null,
    rowsLimit: rowsThatFit(asked.format ?? formatOfNone, columns.length),
    objectsLimit: mostObjects,
  }
  response.setHeader('cache-control', 'no-store')
  sendJson(response, 200, JSON.stringify({ data: null, extensions: { dryRun: { ...page, table } } }), [
    'x-hub-trace',
    answer.traceId,
  ])
}

/** Undefined where the operation was refused. */
function dryRunIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const { extensions } = JSON.parse(text) as { readonly extensions?: { readonly dryRun?: object } }
  return isRecord(extensions?.dryRun) ? extensions.dryRun : undefined
}

/** What holds for most formats. */
const formatOfNone = formats.get('csv') ?? { mostRows: 0, mostCells: 0 }
