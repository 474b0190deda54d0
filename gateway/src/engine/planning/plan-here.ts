/**
 * Plans in this process, by one planner for each supergraph: for a command that asks one question after another, and holds up nobody meanwhile.
 * A process for it would take a second to start.
 */
import { Lru } from '@samenhang/subgraph-kit/lru'
import { createJobs } from './planning-jobs.js'
import { NotPlanned, type Planning } from './planning.ts'

/** Planners of the supergraphs that were planned over last: each takes tens of megabytes. */
const known = new Lru<string, ReturnType<typeof createJobs>>(4, 4)

export const planHere = (sdl: string, planned: (text: string) => void = () => undefined): Planning => {
  const jobsOf = (): ReturnType<typeof createJobs> => {
    const jobs = known.get(sdl) ?? createJobs(sdl)
    known.set(sdl, jobs, 1)
    return jobs
  }
  return {
    async run(text) {
      planned(text)
      try {
        return { result: jobsOf().plan(text), ms: 0 }
      } catch (error) {
        throw new NotPlanned(error instanceof Error ? error.message : String(error))
      }
    },
    started: 0,
    pids: [],
    close: () => Promise.resolve(),
  }
}
