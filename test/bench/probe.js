/**
 * Loaded before everything else in each process that is measured (`node --import`): tells the bench what that process used of
 * the machine. Asked over the channel of the parent, so nothing of it goes through the process's own port; watches only while a
 * measurement runs, so that processes that wait cost those that work nothing.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolution = 5
const loop = monitorEventLoopDelay({ resolution })
let peak = 0
let sampling

const sample = () => {
  peak = Math.max(peak, process.memoryUsage.rss())
}

const watch = (on) => {
  clearInterval(sampling)
  peak = 0
  loop.reset()
  if (!on) return void loop.disable()
  loop.enable()
  sampling = setInterval(sample, 50).unref()
}

if (process.send) {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (message) => {
    if (message?.probe === undefined) return
    sample()
    const { user, system } = process.cpuUsage()
    process.send({
      probe: message.probe,
      usage: {
        cpuMs: (user + system) / 1_000,
        rssMb: process.memoryUsage.rss() / 1e6,
        peakMb: peak / 1e6,
        // The histogram holds the whole wait, the timer's own included.
        longestBlockMs: Math.max(0, loop.max / 1e6 - resolution),
      },
    })
    watch(message.watch)
  })
}
