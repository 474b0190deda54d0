/**
 * The planning process: one job at a time over the supergraph that it was given last, each answered with its id. In JavaScript, so that Node loads it
 * without a loader. It ends with its parent: at once where it is idle, and within a second where it is
 * planning, by its watchdog.
 */
import { Worker } from 'node:worker_threads'
import { createJobs } from './planning-jobs.js'

// The parent may be gone before this is read, so it says itself who it is.
const watch = `
  setInterval(() => { if (process.ppid !== ${Number(process.argv[2])}) process.kill(process.pid, 'SIGKILL') }, 1000)
`
// The hub ends its processes itself; a terminal would interrupt these while it still answers.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
if (!process.connected) process.exit()
new Worker(watch, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 } })

let jobs
process.on('message', ({ sdl, id, text }) => {
  if (sdl !== undefined) {
    jobs = createJobs(sdl)
    return process.send({ ready: true })
  }
  const before = process.cpuUsage()
  const outcome = outcomeOf(() => jobs.plan(text))
  const { user, system } = process.cpuUsage(before)
  process.send({ id, ms: (user + system) / 1000, ...outcome })
})

function outcomeOf(act) {
  try {
    return { result: act() }
  } catch (error) {
    // A list longer than there may be, or a stack deeper: the planner did not come to an end.
    if (error instanceof RangeError) return { isTooLarge: true }
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
