/**
 * The hub as a server of the Model Context Protocol (MCP), by the official SDK, without sessions: each request is answered by a server of its own, and
 * nothing is kept between two. Loaded at the first request.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { internalError, withoutNumbers } from '../operation/mask-errors.ts'
import { codeVersion } from '../operation/code-version.ts'
import { AnswerRefused } from '../tables/problem.ts'
import type { Logger } from '../telemetry/log.ts'
import { getFigures } from './get-figures.ts'
import { runOperation } from './run-operation.ts'
import { searchAreas } from './search-areas.ts'
import { searchIndicators } from './search-indicators.ts'
import type { Asking, Tool } from './tool.ts'

export interface McpRequest {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The JSON of the request. */
  readonly body: unknown
  readonly asking: Asking
  readonly logger: Logger
}

const instructions =
  'Public figures of places, from several domains in one graph. Find ids with search_indicators and codes with search_areas, then get_figures; or run_operation for what was registered. Figures have a unit, a period and a source; a missing one says why. Nothing about people is given here.'

export async function answerByMcp({ request, response, body, asking, logger }: McpRequest): Promise<void> {
  const tools = toolsOf(asking)
  const mcp = new McpServer(
    { name: 'samenhang', title: 'Samenhang', version: codeVersion },
    { capabilities: { tools: {} }, instructions },
  )
  mcp.server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, inputSchema }) => ({
      ...{ name, title, description },
      inputSchema: { ...inputSchema, type: 'object' as const },
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }))
  mcp.server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name)
    try {
      if (!tool) throw new HubError('BAD_ARGUMENT', `There is no tool "${params.name.slice(0, 100)}".`)
      return textOf(await tool.call(params.arguments ?? {}, asking), false)
    } catch (error) {
      return textOf(toldOf(error, logger), true)
    }
  })
  // Without a generator of their ids there are no sessions.
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
  response.once('close', () => void mcp.close())
  await mcp.connect(transport)
  await transport.handleRequest(request, response, body)
}

function toolsOf({ gateway }: Asking): readonly Tool[] {
  const { apiSchema } = gateway
  const hasCatalogue = gateway.indicators.length > 0
  return [
    hasCatalogue ? searchIndicators : undefined,
    searchAreas(apiSchema),
    hasCatalogue ? getFigures(apiSchema) : undefined,
    runOperation(gateway),
  ].filter((tool) => tool !== undefined)
}

function textOf(result: object, isError: boolean) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(result) }], ...(isError && { isError }) }
}

/** What a model is told of an error: its code, its sentence and its data. */
function toldOf(error: unknown, logger: Logger): object {
  if (error instanceof HubError || error instanceof AnswerRefused)
    return { error: withoutNumbers(error.message), ...error.extensions }
  const { message, extensions } = internalError(error, logger)
  return { error: message, ...extensions }
}
