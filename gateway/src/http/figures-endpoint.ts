/**
 * All published figures of areas as files, at /figures.parquet and for each domain and year at /figures/<domain>-<year>.parquet, with ranges; as CSV and Arrow
 * too, written as they are read; and /figures.json, which lists them. They are made by another process (make-figures.ts).
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import {
  allFigures,
  type FigureFile,
  type FigureList,
  type FigureStore,
} from '../figure-files/figure-store.ts'
import { figureTableColumns } from '../figure-files/figure-columns.ts'
import { figureRows } from '../figure-files/read-rows.ts'
import { KeptFileDamaged } from '../kept-tables/kept-file.ts'
import { markOf } from '../operation/etag.ts'
import { citationOf } from '../tables/citation.ts'
import { dictionaryOf } from '../tables/dictionary.ts'
import { encoded } from '../tables/encode.ts'
import { formats, type Format } from '../tables/formats.ts'
import type { Json } from '../tables/rows.ts'
import { allowOrigin } from './cross-origin.ts'
import { matchesEtag } from './document-endpoint.ts'
import type { Exchange } from './exchange.ts'
import { heavyObjects, passToHeavy } from './heavy-lane.ts'
import { snapshotHeader } from './kept-table.ts'
import { securityHeaders, sendJson } from './send.ts'
import { sendKept } from './send-kept.ts'
import { sendTable } from './send-table.ts'
import { sendProblem } from './table-problem.ts'

export const figuresPath = '/figures'

const endings: readonly string[] = ['parquet', 'csv', 'arrow']
const caching = ['cache-control', 'no-cache']

export function isFigurePath(path: string): boolean {
  return path.startsWith(`${figuresPath}.`) || path.startsWith(`${figuresPath}/`)
}

export async function answerFigures(exchange: Exchange): Promise<void> {
  const { figureFiles: store, request, response, path, allowedOrigins } = exchange
  allowOrigin(request, response, allowedOrigins)
  try {
    if (!store) throw new HubError('FIGURES_NOT_FOUND', 'This hub keeps no files of figures.')
    const list = await store.current()
    if (!list)
      throw new HubError(
        'FIGURES_NOT_MADE',
        'The files of figures are not made yet; try again later. For operators: `hub refresh` makes them.',
        { retryAfter: 30 },
      )
    response.setHeader(snapshotHeader, list.snapshot)
    if (path === `${figuresPath}.json`) return sendList(exchange, list)
    const { file, format } = fileAt(path, list)
    if (format.suffix !== 'parquet') return await sendAs(exchange, store, file, format)
    if (!(await sendKept(exchange, store, file, caching))) throw lost()
  } catch (error) {
    sendProblem(exchange, error)
  }
}

/** Throws HubError FIGURES_NOT_FOUND. */
function fileAt(path: string, { files }: FigureList): { readonly file: FigureFile; readonly format: Format } {
  const [, group = allFigures, ending = ''] =
    /^\/figures(?:\/([a-z][a-z-]*-\d{4}))?\.([a-z]+)$/.exec(path) ?? []
  const format = endings.includes(ending) ? formats.get(ending) : undefined
  const file = files.find((one) => one.group === group)
  if (file && format) return { file, format }
  throw new HubError(
    'FIGURES_NOT_FOUND',
    `There is nothing at ${path.slice(0, 100)}: ${figuresPath}.json lists the files, each as ${endings.join(', ')}.`,
  )
}

function sendList({ response }: Exchange, { snapshot, madeAt, files }: FigureList): void {
  const told = files.map(({ group, bytes, sha256, told: { domain, period, rows, sources } }) => ({
    ...{ domain, period, rows, bytes, sha256, sources },
    addresses: endings.map((ending) =>
      group === allFigures ? `${figuresPath}.${ending}` : `${figuresPath}/${group}.${ending}`,
    ),
  }))
  const columns = figureTableColumns.map(({ name, kind }) => ({ name, kind }))
  response.setHeader('cache-control', 'no-cache')
  sendJson(response, 200, JSON.stringify({ snapshot, madeAt, columns, files: told }, null, 2))
}

/** `rows`, `bytes` and `sha256` of the list are of Parquet; other formats are written anew each time. */
async function sendAs(
  exchange: Exchange,
  store: FigureStore,
  file: FigureFile,
  format: Format,
): Promise<void> {
  const { request, response, lane } = exchange
  const etag = `"${markOf([file.version, format.suffix])}"`
  if (matchesEtag(request.headers['if-none-match'], etag))
    return void response.writeHead(304, [...securityHeaders, ...caching, 'etag', etag]).end()
  if (lane && file.told.rows > heavyObjects) return passToHeavy(lane, exchange, undefined)
  const opened = await store.files.open(file).catch((error: unknown) => {
    throw error instanceof KeptFileDamaged ? lost() : error
  })
  const cited = { address: `${figuresPath}.json`, snapshot: undefined }
  const sources = file.told.sources.map((source) => ({ period: null, source: source as Json }))
  const dictionary = {
    ...dictionaryOf(figureTableColumns, new Map(), {
      ...{ title: 'figures', text: '', schema: exchange.gateway.apiSchema, indicators: [] },
      ...{ origins: undefined, cited },
    }),
    citation: citationOf('figures', sources, cited),
  }
  const rows = (): ReturnType<typeof figureRows> => figureRows(file.bytes, opened)
  try {
    await sendTable(exchange, {
      parts: encoded(figureTableColumns, dictionary, { rows }, { ...format, mostRows: Infinity }),
      headers: ['content-type', format.contentType, ...caching],
      etag,
      isCompressible: format.isText,
      sendWhole: () => Promise.resolve(false),
    })
  } finally {
    await opened.close()
  }
}

function lost(): HubError {
  return new HubError(
    'FIGURES_NOT_MADE',
    'This file of figures was damaged and is made again; try again later.',
    {
      retryAfter: 30,
    },
  )
}
