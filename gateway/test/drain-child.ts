/** A process of its own for drain.test.ts: a gateway whose care answers after a while, ended by signals. */
import { closeOnSignals, drain, listen } from '@samenhang/subgraph-kit/http-server'
import { createGateway } from '../src/gateway.ts'
import { createHttpServer } from '../src/server.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'

const fakes = fakeNames.map(fakeSubgraph)
const care = fakes.find(({ running }) => running.name === 'care')
if (care) care.delay = 1_500
const gateway = await createGateway({
  supergraphSdl,
  subgraphs: fakes.map(({ running }) => running),
  logger: silent,
  observe: ({ subgraph }) => subgraph === 'care' && process.stdout.write('asked\n'),
})
const server = createHttpServer(gateway, { logger: silent })
const url = await listen(server, { host: '127.0.0.1', port: 0 })
closeOnSignals(async () => {
  await drain(server, 8_000)
  await gateway.close()
  process.stdout.write(fakes.every(({ closed }) => closed) ? 'closed\n' : 'left open\n')
})
process.stdout.write(`${url}\n`)
