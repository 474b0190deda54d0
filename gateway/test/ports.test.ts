/** A port that another program has: one clear line, before anything is opened. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { checkAddress, listen } from '@samenhang/subgraph-kit/http-server'
import { silent } from '@samenhang/subgraph-kit/testing'
import { expect, it } from 'vitest'
import { createHttpServer } from '../src/http/server.ts'

it('a taken port is found without a server of the hub, and a free one is left free', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  await expect(checkAddress({ host: '127.0.0.1', port })).rejects.toThrow(/is taken by another program/)
  other.close()
  await once(other, 'close')
  await checkAddress({ host: '127.0.0.1', port })
  await checkAddress({ host: '127.0.0.1', port })
})

it('a taken port is one clear line', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  const server = createHttpServer({} as never, { logger: silent })
  await expect(listen(server, { host: '127.0.0.1', port })).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringContaining(`127.0.0.1:${port} is taken`) as unknown,
  })
  taken.close()
})
