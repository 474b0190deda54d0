/** Plans a table, reads its first page, and sends it here or has the heavy process send it. */
import { print } from 'graphql'
import { withoutTableDirectives } from '@samenhang/schema/consumers/table-directives'
import { markOf } from '../operation/etag.ts'
import { dictionaryFor, layoutOf, partOfTable, type AskedTable } from '../tables/asked-table.ts'
import { csvwOf, csvwType } from '../tables/csvw.ts'
import type { Dictionary } from '../tables/dictionary.ts'
import type { LongTable } from '../tables/long.ts'
import { encoded } from '../tables/encode.ts'
import { firstsOf, pageSizes } from '../tables/page-sizes.ts'
import { withoutPaging } from '../tables/paging.ts'
import type { TablePlan } from '../tables/plan.ts'
import { wholeData } from '../tables/problem.ts'
import { openTable, type ReadPage } from '../tables/read-table.ts'
import { refuseTooLarge } from '../tables/too-large.ts'
import { inTurn } from './answer-request.ts'
import { isDryRun, requestOptionsOf } from './caller-headers.ts'
import { matchesEtag } from './document-endpoint.ts'
import type { Exchange } from './exchange.ts'
import { explainTable } from './explain-table.ts'
import { heavyObjects, passToHeavy } from './heavy-lane.ts'
import { securityHeaders, sendJson } from './send.ts'
import { sendTable } from './send-table.ts'

/** Rejects with HubError or AnswerRefused where nothing was sent. `body` is that of a POST. */
export async function runTable(exchange: Exchange, asked: AskedTable, body?: unknown): Promise<void> {
  const { gateway, response, lane, search, logger } = exchange
  const { format, source, variables, options, address } = asked
  const schema = gateway.apiSchema
  gateway.checkLimits({ query: print(withoutTableDirectives(withoutPaging(source, schema))), variables })
  const { plan, columns, figures, wideRows, of } = layoutOf(asked, gateway)
  if (isDryRun(exchange.request)) return explainTable(exchange, asked, plan, columns)
  const versioned = versionOf(exchange, asked, plan)
  const etag = isPublic(exchange) ? await versioned() : undefined
  const headers =
    etag === undefined ? ['cache-control', 'no-store'] : ['cache-control', 'no-cache', 'etag', etag]
  if (etag !== undefined && matchesEtag(exchange.request.headers['if-none-match'], etag))
    return void response.writeHead(304, [...securityHeaders, ...headers]).end()
  const spent: Spent = { counted: exchange.counted, taken: 0 }
  const readPage = pageReader(exchange, asked, plan, spent)
  if (!format) return sendDictionary(exchange, asked, { columns, figures }, headers)
  const opened = await openTable(plan, { readPage, version: versioned, limit: wideRows(options.limit) })
  const table = of(opened, options.limit)
  refuseTooLarge(table.estimate, format, columns.length, { path: `${address}.${format.suffix}`, search })
  if (lane && table.estimate.objects > heavyObjects) return passToHeavy(lane, exchange, body, spent.taken)
  const dictionary = await dictionaryOf(exchange, asked, { columns, figures }, format.isDescribed, spent)
  const described = `<${address}.${format.suffix}.meta.json${search}>; rel="describedby"; type="application/csvm+json"`
  return sendTable(
    response,
    encoded(columns, dictionary, table, format),
    ['content-type', format.contentType, 'link', described, ...headers],
    logger,
  )
}

type Described = Pick<LongTable, 'columns' | 'figures'>

async function sendDictionary(
  exchange: Exchange,
  asked: AskedTable,
  layout: Described,
  headers: readonly string[],
): Promise<void> {
  const dictionary = await dictionaryOf(exchange, asked, layout, true)
  const { response, search } = exchange
  for (let index = 0; index < headers.length; index += 2)
    response.setHeader(headers[index] ?? '', headers[index + 1] ?? '')
  response.setHeader('content-type', csvwType)
  sendJson(response, 200, csvwOf(dictionary, `${asked.address}.csv${search}`))
}

function dictionaryOf(
  exchange: Exchange,
  asked: AskedTable,
  layout: Described,
  hasOrigins: boolean,
  spent: Spent = { counted: 0, taken: 0 },
): Promise<Dictionary> {
  const readPageOf = (plan: TablePlan) => pageReader(exchange, asked, plan, spent)
  return dictionaryFor(asked, layout, { gateway: exchange.gateway, hasOrigins, readPageOf })
}

function isPublic({ request: { headers } }: Exchange): boolean {
  return headers.authorization === undefined && headers['x-hub-purpose'] === undefined
}

/** The ETag: another for each version of the data, each format and each way to have the table. */
function versionOf(
  { gateway }: Exchange,
  { id, format, options }: AskedTable,
  plan: TablePlan,
): () => Promise<string | undefined> {
  const { text, document, levels } = plan
  const digest = markOf(text)
  const values = { ...plan.variables, ...firstsOf(levels, pageSizes(plan)) }
  return async () => {
    const etag = await gateway.etag({ id, text, document, digest }, values)
    return etag && `"${markOf([etag, format?.suffix ?? null, options])}"`
  }
}

/** Objects of this request: those that were counted elsewhere and are not to be counted again, and those that were counted here. */
interface Spent {
  counted: number
  taken: number
}

function pageReader(
  exchange: Exchange,
  { text, registered, variables }: AskedTable,
  plan: TablePlan,
  spent: Spent,
): ReadPage {
  const { gateway, response } = exchange
  const options = requestOptionsOf(exchange)
  return async (page) => {
    if (response.destroyed) throw new Error('The client is gone')
    const objects = Math.max(0, page.objects - spent.counted)
    spent.counted -= page.objects - objects
    spent.taken += objects
    const part = { ...partOfTable({ text, registered, variables }, plan), ...page, objects }
    const answer = await inTurn(exchange, () => gateway.answerPart(part, options))
    if (page.isFirst) {
      response.setHeader('x-hub-trace', answer.traceId)
      for (const [name, value] of answer.headers)
        if (name.startsWith('ratelimit')) response.setHeader(name, value)
    }
    return wholeData(answer)
  }
}
