/** A process of its own for drain.test.ts: a gateway that gives so many seconds of notice, whose care answers after so many ms, ended by signals. */
import { createGateway } from '../src/operation/gateway.ts'
import { openListeners } from '../src/listeners.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'

const fakes = fakeNames.map(fakeSubgraph)
const care = fakes.find(({ running }) => running.name === 'care')
if (care) care.delay = Number(process.argv[3])
const gateway = await createGateway({
  supergraphSdl,
  subgraphs: fakes.map(({ running }) => running),
  logger: silent,
  observe: ({ subgraph }) => subgraph === 'care' && process.stdout.write('asked\n'),
})
process.on('exit', () => {
  process.stdout.write(fakes.every(({ closed }) => closed) ? 'closed\n' : 'left open\n')
})
const { url, adminUrl } = await openListeners(gateway, {
  host: '127.0.0.1',
  port: 0,
  adminPort: 0,
  drainSeconds: Number(process.argv[2]),
  logger: silent,
})
process.stdout.write(`${url} ${String(adminUrl)}\n`)
