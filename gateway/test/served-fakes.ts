/** A gateway over fake subgraphs, served over HTTP for a file of tests, with the lines of its log. */
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { afterAll, beforeAll } from 'vitest'
import { createHttpServer } from '../src/http/server.ts'
import { createGateway } from '../src/operation/gateway.ts'
import { createLogger } from '../src/telemetry/log.ts'
import { fakeNames, fakeSubgraph, supergraphSdl, type Fake } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

export const fakes = new Map<string, Fake>(fakeNames.map((name) => [name, fakeSubgraph(name)]))
export const lines: string[] = []
const logger = createLogger('info', { write: (line) => void lines.push(line) })
/** Where it is served, once tests run. */
export let base = ''
let stop: () => Promise<void>

/** Serves it for the tests of the file that calls this. */
export function serveFakes(): void {
  beforeAll(serve)
  afterAll(() => stop())
}

async function serve(): Promise<void> {
  const subgraphs = [...fakes.values()].map(({ running }) => running)
  const gateway = await createGateway({ startPlanning: planHere, supergraphSdl, subgraphs, logger })
  const server = createHttpServer(gateway, {
    logger,
    allowedOrigins: ['https://example.nl', 'http://localhost:*'],
  })
  base = await listen(server, { host: '127.0.0.1', port: 0 })
  stop = async () => {
    await drain(server, 1_000)
    await gateway.close()
  }
}

export const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${base}/graphql`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
export const codeIn = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code
