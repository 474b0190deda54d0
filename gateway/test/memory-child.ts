/** A process of its own for memory.long.test.ts: three thousand different operations, and what they leave on the heap once garbage is gone. */
import { createGateway } from '../src/operation/gateway.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'

const gateway = await createGateway({
  supergraphSdl,
  subgraphs: fakeNames.map((name) => fakeSubgraph(name).running),
  logger: silent,
})
const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
const ask = async (number: number): Promise<void> => {
  const fields = Array.from({ length: 25 }, (_, index) => `n${String(number)}x${String(index)}: name`).join(
    ' ',
  )
  const query = `{ areas(codes: ["GM9001"]) { ${fields} housing { averageWozValue } care { youthCareShare } } }`
  const { status, text } = await gateway.execute({ query })
  if (status !== 200 || text.includes('"errors"')) throw new Error(text)
}
for (let number = 0; number < 100; number += 1) await ask(number)
const before = heap()
for (let number = 100; number < 3_100; number += 1) await ask(number)
process.stdout.write(JSON.stringify({ grown: heap() - before }))
await gateway.close()
