/**
 * Plans in this process, by one planner for each supergraph: for a command that asks one question after another, and holds up nobody meanwhile.
 * A process for it would take a second to start.
 */
import { createJobs } from './planning-jobs.js'
import { NotPlanned, type Planning } from './planning.ts'

const known = new Map<string, ReturnType<typeof createJobs>>()

export const planHere = (sdl: string, planned: (text: string) => void = () => undefined): Planning => {
  const jobsOf = (): ReturnType<typeof createJobs> => {
    let jobs = known.get(sdl)
    if (!jobs) known.set(sdl, (jobs = createJobs(sdl)))
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
