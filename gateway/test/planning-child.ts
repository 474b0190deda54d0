/**
 * A process of its own for planning.test.ts: it starts planning, which is never closed, and asks for the plan of one operation (`plan`), of none
 * (`start`), or of one that it never ends with while another process is idle, whose ids it writes (`wait`).
 */
import { startPlanning } from '../src/engine/planning/planning.ts'
import { supergraphSdl } from './fakes.ts'

const what = process.argv[2]
const planning = startPlanning(supergraphSdl, { processes: 2, jobMs: 600_000, heapMb: 4_000 })
if (what === 'plan') {
  const { result } = await planning.run('{ neighbourhood(code: "BU90010101") { name } }')
  process.stdout.write(result)
}
if (what === 'wait') {
  const fields = Array.from(
    { length: 2_000 },
    (_, index) => `a${String(index)}: areas(codes: []) { housing { period } }`,
  )
  await planning.run('{ __typename }')
  void planning.run(`{ ${fields.join(' ')} }`)
  setTimeout(() => process.stdout.write(JSON.stringify(planning.pids)), 2_000)
}
