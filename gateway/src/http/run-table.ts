/**
 * A table, from its plan to its bytes: given from what is kept, or read anew, sent and kept; or sent by the heavy process. What is kept, and for how long, is
 * kept-table.ts.
 */
import { print } from 'graphql'
import { withoutTableDirectives } from '@samenhang/schema/consumers/table-directives'
import { markOf, type AnswerVersion } from '../operation/etag.ts'
import type { GraphState } from '../operation/graph-state.ts'
import type { TableAddress } from '../kept-tables/kept-tables.ts'
import type { Snapshot } from '../kept-tables/snapshots.ts'
import { layoutOf, type AskedTable } from '../tables/asked-table.ts'
import { csvwType } from '../tables/csvw.ts'
import type { LongTable } from '../tables/long.ts'
import { encoded } from '../tables/encode.ts'
import { firstsOf, pageSizes } from '../tables/page-sizes.ts'
import { withoutPaging } from '../tables/paging.ts'
import type { TablePlan } from '../tables/plan.ts'
import { changed, openTable } from '../tables/read-table.ts'
import { refuseTooLarge } from '../tables/too-large.ts'
import { isDryRun } from './caller-headers.ts'
import { matchesEtag } from './document-endpoint.ts'
import type { Exchange } from './exchange.ts'
import { explainTable } from './explain-table.ts'
import { heavyObjects, passToHeavy } from './heavy-lane.ts'
import {
  isPublic,
  keeping,
  meaningLink,
  refuseUnlessSame,
  sendCurrent,
  sendFirst,
  sendOfSnapshot,
  snapshotHeader,
  snapshotNow,
  type TableSnapshot,
} from './kept-table.ts'
import { securityHeaders } from './send.ts'
import { sendTable } from './send-table.ts'
import { dictionaryFor, dictionaryParts, type Meant } from './table-meaning.ts'
import { pageReader } from './table-pages.ts'

/** Rejects with HubError or AnswerRefused where nothing was sent. `body` is that of a POST. */
export async function runTable(exchange: Exchange, asked: AskedTable, body?: unknown): Promise<void> {
  const { gateway, response } = exchange
  const { source, variables, snapshot } = asked
  const text = print(withoutTableDirectives(withoutPaging(source, gateway.apiSchema)))
  gateway.checkLimits({ query: text, variables })
  if (isDryRun(exchange.request)) return explainTable(exchange, asked)
  const now = await snapshotNow(exchange)
  const at = addressOf(asked, exchange)
  if (now.name !== undefined) response.setHeader(snapshotHeader, now.name)
  if (snapshot === undefined || snapshot === now.name) {
    if (await sendCurrent(exchange, at, print(source), now)) return
    return runAnew(exchange, asked, { now, at, body })
  }
  const before = await sendOfSnapshot(exchange, at, snapshot)
  if (before !== true) await runAnew(exchange, asked, { now, at, body, before })
}

interface Run {
  readonly now: TableSnapshot
  readonly at: TableAddress
  readonly body: unknown
  /** The snapshot that is asked, which is not the newest. */
  readonly before?: Snapshot
  /** Whether it may be kept; it may by default. */
  readonly isKept?: boolean
}

interface Planned extends Run, Meant {
  readonly layout: LongTable
}

function addressOf({ address, format }: AskedTable, { search }: Exchange): TableAddress {
  return { address, suffix: format?.suffix ?? null, search }
}

/** Plans the table, and gives it and keeps it. */
async function runAnew(exchange: Exchange, asked: AskedTable, run: Run): Promise<void> {
  const { gateway, response, request } = exchange
  const { now, at, before } = run
  const layout = layoutOf(asked, gateway)
  const versionIn = versionOf(exchange, asked, layout.plan)
  const version = await versionIn(now.state)
  const noted = await now.noted
  if (before) {
    refuseUnlessSame(before, { state: now.state, noted }, version, at)
    response.setHeader(snapshotHeader, before.name)
  }
  const etag = isPublic(exchange) ? version?.etag : undefined
  const caching = ['cache-control', etag === undefined ? 'no-store' : 'no-cache']
  if (etag !== undefined && matchesEtag(request.headers['if-none-match'], etag))
    return void response.writeHead(304, [...securityHeaders, ...caching, 'etag', etag]).end()
  const sameVersion = async (): Promise<string | undefined> => {
    const here = await versionIn(await gateway.state())
    if (version && here?.etag !== version.etag) throw changed()
    return here?.etag
  }
  const parts = await partsOf(exchange, asked, {
    ...{ ...run, layout, sameVersion, snapshot: before ?? noted },
    spent: { counted: exchange.counted, taken: 0 },
  })
  if (!parts) return undefined
  const { contentType = csvwType, isText: isCompressible = true } = asked.format ?? {}
  const headers = ['content-type', contentType, ...meaningLink(at, exchange)]
  const facts = version && {
    ...{ snapshot: noted?.name, graph: now.state.graph, text: print(asked.source) },
    ...{ etag: version.etag, contentType, isCompressible, versions: versionsOf(version.reads, now.state) },
  }
  const kept =
    etag !== undefined && facts && run.isKept !== false
      ? await keeping(exchange, at, parts, facts)
      : undefined
  if (kept && isWantedInParts(request)) {
    // Who asks for a part, or for the length, can only be given a file that is made.
    while ((await kept.parts.next()).done !== true) continue
    if (await sendFirst(exchange, at, kept.kept())) return
    return runAnew(exchange, asked, { ...run, isKept: false })
  }
  return sendTable(exchange, {
    ...{ parts: kept?.parts ?? parts, headers: [...headers, ...caching], etag, isCompressible },
    sendWhole: () => sendFirst(exchange, at, kept?.kept()),
  })
}

function isWantedInParts({ method, headers }: Exchange['request']): boolean {
  return method === 'HEAD' || (method === 'GET' && headers.range !== undefined)
}

function versionsOf(
  reads: readonly string[],
  { versions }: TableSnapshot['state'],
): Readonly<Record<string, string>> {
  return Object.fromEntries(reads.map((name) => [name, versions.get(name) ?? '']))
}

/** The table, or its dictionary, as it is read; undefined where the heavy process sends it. */
async function partsOf(
  exchange: Exchange,
  asked: AskedTable,
  run: Planned,
): Promise<AsyncGenerator<Buffer> | undefined> {
  const { lane, search } = exchange
  const { format, options, address } = asked
  const { layout, sameVersion, body, spent } = run
  const { plan, columns, wideRows, of } = layout
  if (!format) return dictionaryParts(exchange, asked, run)
  const opened = await openTable(plan, {
    readPage: pageReader(exchange, asked, plan, spent),
    version: sameVersion,
    limit: wideRows(options.limit),
  })
  const table = of(opened, options.limit)
  refuseTooLarge(table.estimate, format, columns.length, { path: `${address}.${format.suffix}`, search })
  if (lane && table.estimate.objects > heavyObjects) {
    await passToHeavy(lane, exchange, body, spent.taken)
    return undefined
  }
  return encoded(columns, await dictionaryFor(exchange, asked, run, format.isDescribed), table, format)
}

/** The ETag, and what it reads: another for each version of the data, each format and each way to have the table. */
function versionOf(
  { gateway }: Exchange,
  { id, format, options }: AskedTable,
  plan: TablePlan,
): (state: GraphState) => Promise<AnswerVersion | undefined> {
  const { text, document, levels } = plan
  const digest = markOf(text)
  const values = { ...plan.variables, ...firstsOf(levels, pageSizes(plan)) }
  return async (state) => {
    const version = await gateway.versionOf({ id, text, document, digest }, values, state)
    return version && { ...version, etag: `"${markOf([version.etag, format?.suffix ?? null, options])}"` }
  }
}
