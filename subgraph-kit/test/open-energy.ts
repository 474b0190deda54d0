/** A process of its own that opens the test's subgraph and says whether it is empty: for tests of two starts at once. */
import { openEnergy } from './energy-subgraph.ts'

const energy = await openEnergy(process.env)
process.stdout.write((await energy.isEmpty()) ? 'empty' : 'filled')
await energy.close()
