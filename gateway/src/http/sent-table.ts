/**
 * Tables of a text that a client sends: as the answer of POST /graphql where `Accept` names a format of tables, or by POST /q at an address that is kept for
 * a day.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { Kind, OperationTypeNode, parse, print, type DocumentNode } from 'graphql'
import { limits } from '../limits/limits.ts'
import { noTableOfPeople } from '../operation/refused-by-get.ts'
import { withoutTableDirectives } from '@samenhang/schema/consumers/table-directives'
import { validateDocument } from '../operation/validation.ts'
import type { AskedTable } from '../tables/asked-table.ts'
import { acceptedFormat, type Format } from '../tables/formats.ts'
import { wholeData } from '../tables/problem.ts'
import { tableRequestOf } from '../tables/request.ts'
import type { SavedTable } from '../tables/saved-tables.ts'
import { isDryRun, requestOptionsOf } from './caller-headers.ts'
import { allowOrigin } from './cross-origin.ts'
import type { Exchange } from './exchange.ts'
import { documentNameIn } from './named-documents.ts'
import { operationIn, readBody, RequestRefused } from './request-body.ts'
import { runTable } from './run-table.ts'
import { securityHeaders } from './send.ts'
import { sendProblem, tablesPath } from './table-problem.ts'

/** The format of tables that a POST to /graphql asks for; undefined where it wants what GraphQL answers. */
export function tableFormatOf({ request }: Pick<Exchange, 'request'>): Format | undefined {
  const { accept } = request.headers
  if (request.method !== 'POST' || !accept || accept.includes('application/graphql-response+json'))
    return undefined
  const format = acceptedFormat(accept)
  return format?.suffix === 'json' ? undefined : format
}

/** The body of a POST to /graphql as a table. */
export async function answerAsTable(exchange: Exchange, body: unknown, format: Format): Promise<void> {
  exchange.response.appendHeader('vary', 'accept')
  try {
    if (documentNameIn(body) !== undefined)
      throw new HubError(
        'TABLE_FORMAT_UNKNOWN',
        `A registered operation is a table at ${tablesPath}<name>.${format.suffix}.`,
      )
    const { query, variables = {} } = operationIn(body)
    const asked = await tableOfText(exchange, { text: query, variables })
    const address = isDryRun(exchange.request) ? '' : await saved(exchange, asked)
    await runTable(exchange, { ...asked, format, address }, body)
  } catch (error) {
    sendProblem(exchange, error)
  }
}

/** 303 to the address of the table. */
export async function saveTable(exchange: Exchange): Promise<void> {
  const { request, response, allowedOrigins, search } = exchange
  allowOrigin(request, response, allowedOrigins)
  try {
    const body = await readBody(request)
    if (!isRecord(body) || typeof body['query'] !== 'string')
      throw new RequestRefused(400, 'Send a JSON object with `query`, and `variables` where it has any.')
    const { query, variables = {} } = operationIn(body)
    const asked = await tableOfText(exchange, { text: query, variables })
    const format = acceptedFormat(request.headers.accept)
    if (isDryRun(request)) return await runTable(exchange, { ...asked, format: format ?? null, address: '' })
    const address = await saved(exchange, asked)
    const location = `${address}${format ? `.${format.suffix}` : ''}${search}`
    response.writeHead(303, [
      ...securityHeaders,
      'location',
      location,
      'cache-control',
      'no-store',
      'content-length',
      '0',
    ])
    response.end()
  } catch (error) {
    sendProblem(exchange, error)
  }
}

async function saved(
  { savedTables, gateway, from }: Exchange,
  { source, variables }: Pick<AskedTable, 'source' | 'variables'>,
): Promise<string> {
  const text = print(source)
  gateway.checkLimits({ query: print(withoutTableDirectives(source)), variables })
  const name = await savedTables.save(source, { text, variables }, from)
  return `${tablesPath}${name}`
}

/** What a text asks, valid and about no people. Rejects with HubError or AnswerRefused. */
export async function tableOfText(
  exchange: Exchange,
  { text, variables }: SavedTable,
): Promise<Omit<AskedTable, 'format' | 'address'>> {
  const { gateway, search } = exchange
  const options = requestOptionsOf(exchange)
  await gateway.admitText(text, options)
  const source = parsed(text)
  const document = source && withoutTableDirectives(source)
  const query = document ? print(document) : text
  gateway.checkLimits({ query })
  if (!source || !document || validateDocument(gateway.apiSchema, document).length > 0) {
    // The gateway says what is wrong by the schema that this caller may see.
    wholeData(await gateway.execute({ query, variables }, { ...options, isGet: true }))
    throw new HubError('BAD_REQUEST', 'The operation is not valid.')
  }
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  if (operations.length !== 1 || operation?.operation !== OperationTypeNode.QUERY)
    throw new HubError('BAD_REQUEST', 'A table is of one query.')
  if (gateway.isProtected(document)) throw noTableOfPeople()
  const asked = tableRequestOf(source, new URLSearchParams(search))
  return {
    ...{ source, text: query, registered: undefined, options: asked.options, snapshot: asked.snapshot },
    variables: { ...asked.variables, ...variables },
    id: 'sent',
    title: operation.name?.value ?? 'table',
  }
}

/** Undefined for what is no GraphQL. */
function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true, maxTokens: limits.tokens })
  } catch {
    return undefined
  }
}
