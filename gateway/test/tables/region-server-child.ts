/**
 * A domain of the graph of regions in a process of its own, over HTTP at the port that it is told (argv: name, port, regions), which ends itself as hard as
 * a machine that loses its power: it is told at which fetch from now, and whether before its answer, in the middle of it, or after it.
 */
import { createServer, type ServerResponse } from 'node:http'
import { regionDomain, type Asked, type SliceName } from './region-domains.ts'

export interface Fatal {
  /** Counted from 1, from when this is told. */
  readonly fetch: number
  readonly when: 'before' | 'during' | 'after'
}

const [name = 'regions', port = '0', regions = '0'] = process.argv.slice(2)
const domain = regionDomain(name as SliceName, { regions: Number(regions), parts: (index) => index % 4 })
let fatal: Fatal | undefined
let fetches = 0
const die = (): void => void process.kill(process.pid, 'SIGKILL')

process.on('message', (told: Fatal) => {
  fatal = told
  fetches = 0
  process.send?.('told')
})
process.on('disconnect', () => process.exit(0))

const server = createServer((request, response) => {
  if (request.method !== 'POST') return void response.end('{}')
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    fetches += 1
    const isLast = fatal !== undefined && fetches >= fatal.fetch
    if (isLast && fatal?.when === 'before') return die()
    void domain
      .answer(JSON.parse(Buffer.concat(parts).toString()) as Asked)
      .then((answer) => send(response, JSON.stringify(answer), isLast))
  })
})
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})

function send(response: ServerResponse, text: string, isLast: boolean): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  if (!isLast) return void response.end(text)
  if (fatal?.when === 'after') return void response.end(text, () => setTimeout(die, 5))
  response.write(text.slice(0, text.length / 2), () => setTimeout(die, 5))
}
