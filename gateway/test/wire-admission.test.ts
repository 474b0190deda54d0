/** Who may open a wire to a served subgraph, and what the gateway does with operations that a wire does not take. */
import { connect } from 'node:net'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { startServing } from '@samenhang/subgraph-kit/serve'
import { requestFrame, FrameWriter, wireProtocol } from '@samenhang/subgraph-kit/wire'
import { afterEach, expect, it, vi } from 'vitest'
import { httpSource } from '../src/subgraph-sources/http.ts'
import { Cancellation } from '../src/subgraph-sources/cancellation.ts'
import { fakeSubgraph, silent, type Fake } from './fakes.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function served(change: Partial<Fake> = {}) {
  const fake = Object.assign(fakeSubgraph('care'), change)
  const execute = vi.spyOn(fake.running, 'execute')
  const version = vi.spyOn(fake.running.database, 'version')
  const one = await startServing(
    { name: 'care', open: () => Promise.resolve(fake.running) },
    { PORT: '0' },
    silent,
  )
  closing.push(() => one.close())
  return { url: new URL(one.url), execute, version }
}

/** Asks for a wire, sends frames without waiting, and gives all that comes back. */
async function upgrade(url: URL, token?: string): Promise<{ text: string; end: () => void }> {
  const socket = connect(Number(url.port), url.hostname)
  closing.unshift(() => socket.destroy())
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1'))).on('error', () => undefined)
  await once(socket, 'connect')
  const authorization = token === undefined ? '' : `authorization: Bearer ${token}\r\n`
  socket.write(
    `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: ${wireProtocol}\r\n${authorization}\r\n`,
  )
  const writer = new FrameWriter(socket)
  writer.send(requestFrame.operation, 0, '{"query":"{ __typename }"}')
  writer.send(requestFrame.version, 1, '')
  writer.flush()
  await vi.waitFor(() => expect(text).not.toBe(''), { timeout: 120_000 })
  await pause(20)
  return { text, end: () => socket.destroy() }
}

it.each([undefined, 'forged'])(
  'without a token that holds (%s) there is no wire: no frame is read, no version told',
  async (token) => {
    const { url, execute, version } = await served({ admits: 'good' })
    const { text } = await upgrade(url, token)
    expect(text).toBe('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    expect([execute.mock.calls.length, version.mock.calls.length]).toEqual([0, 0])
    expect((await upgrade(url, 'good')).text).toMatch(/^HTTP\/1.1 101 /)
  },
)

it('there are 64 wires at most; one more is told to come back, until one ends', async () => {
  const { url } = await served()
  const wires = await Promise.all(Array.from({ length: 64 }, () => upgrade(url)))
  for (const { text } of wires) expect(text).toMatch(/^HTTP\/1.1 101 /)
  expect((await upgrade(url)).text).toMatch(/^HTTP\/1.1 503 /)
  wires[0]?.end()
  await pause(200)
  expect((await upgrade(url)).text).toMatch(/^HTTP\/1.1 101 /)
})

it('the gateway shows its token to open one, and sends what a wire does not take by POST', async () => {
  const { url } = await served({ admits: 'good' })
  const source = httpSource({
    name: 'care',
    url,
    sign: () => 'good',
  })
  closing.unshift(() => source.close())
  const caller = { traceId: 'a'.repeat(32), access: publicAccess }
  const ask = (query: string) => source.fetch({ query }, caller, new Cancellation(() => undefined))
  const text = '{ __typename }'
  const answer = { data: { __typename: 'Query' } }
  expect(await ask(text)).toEqual(answer)
  await pause(100)
  for (let at = 0; at < 140; at += 1)
    expect(await ask(`${text} #${String(at)}${'x'.repeat(60_000)}`)).toEqual(answer)
  expect(await ask(`${text} #${'x'.repeat(100_000)}`)).toEqual(answer)
  expect(await ask(text)).toEqual(answer)
})
