/**
 * Plans in this process, by one planner for each supergraph: for a command that asks one question after another, and holds up nobody meanwhile.
 * A process for it would take a second to start.
 */
import { Lru } from '@samenhang/subgraph-kit/lru'
import { createJobs } from './planning-jobs.js'
import { NotPlanned, type Planning } from './planning.ts'

/** Planners of the supergraphs that were planned over last: each takes tens of megabytes. */
const known = new Lru<string, ReturnType<typeof createJobs>>(4, 4)

function jobsOf(sdl: string): ReturnType<typeof createJobs> {
  const jobs = known.get(sdl)
  if (jobs) return jobs
  const made = createJobs(sdl)
  known.set(sdl, made, 1)
  return made
}

export function planHere(sdl: string): Planning {
  return {
    async run(text) {
      try {
        return { result: jobsOf(sdl).plan(text), ms: 0 }
      } catch (error) {
        throw new NotPlanned(error instanceof Error ? error.message : String(error))
      }
    },
    started: 0,
    pids: [],
    close: () => Promise.resolve(),
  }
}
