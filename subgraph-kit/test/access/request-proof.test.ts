/** A subgraph that is served elsewhere takes a token with the request that it came with, and with no other. */
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import {
  proofHeader,
  proofLength,
  requestProver,
  wireParts,
} from '@samenhang/subgraph-kit/access/request-proof'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import type { SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import { signForTests } from '@samenhang/subgraph-kit/testing'
import { requestFrame, FrameReader, FrameWriter, wireProtocol } from '@samenhang/subgraph-kit/wire'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answered, ran, reader } from './files-subgraph.ts'
import { code, serveFiles, tokenFor, whole, type ServedFiles } from './served-files.ts'

let served: ServedFiles

beforeAll(async () => void (served = await serveFiles()))
afterAll(() => served.close())
beforeEach(() => void (ran.length = 0))

describe('a token belongs to the request that it came with', () => {
  const body = JSON.stringify({ query: whole })
  const other = JSON.stringify({ query: '{ file(id: "2") { name amount } open }' })

  it.each<[string, (token: string, proof: string) => Promise<SubgraphAnswer>]>([
    ['another text', (token, proof) => served.send(other, token, proof)],
    [
      'other variables',
      (token, proof) => served.send(JSON.stringify({ query: whole, variables: { id: 1 } }), token, proof),
    ],
    ['the same text written otherwise', (token, proof) => served.send(`${body} `, token, proof)],
    ['no proof', (token) => served.send(body, token)],
    ['half a proof', (token, proof) => served.send(body, token, proof.slice(0, 20))],
    [
      'a proof by another key',
      (token) =>
        served.send(
          body,
          token,
          requestProver({ secret: () => Buffer.alloc(32, 1) })('files', token, [body]),
        ),
    ],
    [
      'the proof of another subgraph',
      (token) => served.send(body, token, signForTests.prove('other', token, [body])),
    ],
    [
      'the proof of another token',
      async (token) =>
        served.send(body, token, signForTests.prove('files', await tokenFor(publicAccess), [body])),
    ],
  ])('it is refused with %s', async (_, attack) => {
    const token = await tokenFor(reader)
    const proof = signForTests.prove('files', token, [body])
    expect((await served.send(body, token, proof)).data).toMatchObject({ file: { name: answered } })
    ran.length = 0
    expect(code(await attack(token, proof))).toBe('SUBGRAPH_TOKEN_REFUSED')
    expect(ran).toEqual([])
  })

  it('on a wire too: a fetch whose operation, variables or token were changed is refused, and one that was not is answered', async () => {
    const token = await tokenFor(reader)
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
    await once(socket, 'connect')
    const upgradeWith = (proof: string) =>
      socket.write(
        `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: ${wireProtocol}\r\nauthorization: Bearer ${token}\r\n${proofHeader}: ${proof}\r\n\r\n`,
      )
    upgradeWith(signForTests.prove('files', token, [wireProtocol]))
    const answers = new Map<number, string>()
    const frames = new FrameReader(
      1_000_000,
      (_kind, number, bytes) => void answers.set(number, bytes?.toString() ?? ''),
    )
    await once(socket, 'data')
    socket.on('data', (chunk: Buffer) => frames.push(chunk))
    const writer = new FrameWriter(socket)
    for (const [at, query] of [whole, '{ file(id: "2") { name amount } open }'].entries())
      writer.send(requestFrame.operation, at, JSON.stringify({ query }))
    const fetchOf = (operation: number, more = {}) =>
      JSON.stringify({ operation, headers: { authorization: `Bearer ${token}` }, ...more })
    const proof = signForTests.prove('files', token, wireParts({ query: whole }, fetchOf(0)))
    writer.send(requestFrame.fetch, 1, proof + fetchOf(0))
    writer.send(requestFrame.fetch, 2, proof + fetchOf(1))
    writer.send(requestFrame.fetch, 3, proof + fetchOf(0, { variables: { id: 2 } }))
    writer.send(requestFrame.fetch, 4, ' '.repeat(proofLength) + fetchOf(0))
    // The same number, and another text under it.
    writer.send(requestFrame.operation, 0, JSON.stringify({ query: '{ file(id: "3") { name } }' }))
    writer.send(requestFrame.fetch, 5, proof + fetchOf(0))
    await expect.poll(() => answers.size, { timeout: 20_000 }).toBe(5)
    expect(answers.get(1)).toContain(answered)
    for (const number of [2, 3, 4, 5]) expect(answers.get(number)).toContain('SUBGRAPH_TOKEN_REFUSED')
    socket.destroy()
  }, 30_000)

  it('a wire is opened for no token that was seen elsewhere', async () => {
    const token = await tokenFor(reader)
    const seen = signForTests.prove('files', token, [body])
    for (const proof of [seen, '', 'x'.repeat(proofLength)]) {
      const request = httpRequest(served.url, {
        headers: {
          connection: 'upgrade',
          upgrade: wireProtocol,
          authorization: `Bearer ${token}`,
          [proofHeader]: proof,
        },
      })
      request.end()
      const [response] = (await once(request, 'response')) as [IncomingMessage]
      expect(response.statusCode).toBe(401)
      response.resume()
    }
  })

  it('in process a call needs no proof', async () => {
    const credentials = { traceId: 'test', token: await tokenFor(reader) }
    expect((await served.running.execute({ query: whole }, credentials)).data).toMatchObject({
      file: { name: answered },
    })
  })
})
