/** `hub gateway` as a process of its own over a graph made of parts, each a subgraph behind HTTP that takes whatever is asked. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute, parse } from 'graphql'
import { composeParts, type Part } from '../../gateway/test/engine/federate.ts'
import { environmentFor, hubFile } from './hub.ts'

export interface ServedGateway {
  /** Of the graph. */
  readonly url: string
  /** The subgraphs that were asked, one entry a fetch. */
  readonly asked: string[]
  close(): void
}

/** `settings` are given the folder of the supergraph, which is gone in the end, and say the environment. */
export async function serveGateway(
  parts: Readonly<Record<string, Part>>,
  settings: (folder: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<ServedGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-gateway-'))
  const servers: Server[] = []
  const asked: string[] = []
  const { supergraphSdl, schemas } = composeParts(parts)
  let sdl = supergraphSdl
  for (const [name, schema] of schemas) {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        asked.push(name)
        const { query, variables } = JSON.parse(Buffer.concat(chunks).toString())
        void Promise.resolve(execute({ schema, document: parse(query), variableValues: variables })).then(
          (answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
        )
      })
    }).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    sdl = sdl.replace(`"http://${name}"`, `"http://127.0.0.1:${String(port)}/graphql"`)
  }
  const file = join(folder, 'supergraph.graphql')
  writeFileSync(file, sdl)
  const child = spawn(process.execPath, [hubFile, 'gateway', '--supergraph', file, '--port', '0'], {
    env: environmentFor(settings(folder)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let url = ''
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    url = /http:\S+graphql/.exec(said)?.[0] ?? ''
    if (url) break
  }
  return {
    url,
    asked,
    close() {
      child.kill('SIGTERM')
      for (const server of servers) server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
