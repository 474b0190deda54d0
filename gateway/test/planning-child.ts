/** A process of its own for planning.test.ts: a thread that planned one operation, or none, and is never closed. */
import { startPlanning } from '../src/engine/planning-thread.ts'
import { supergraphSdl } from './fakes.ts'

const thread = startPlanning(supergraphSdl)
if (process.argv[2] === 'plan') {
  const { result } = await thread.run('plan', '{ neighbourhood(code: "BU90010101") { name } }')
  process.stdout.write(result)
}
