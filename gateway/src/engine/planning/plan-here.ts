/**
 * Plans in this process, by one planner for each supergraph: for a command that asks one question after another, and holds up nobody meanwhile.
 * A process for it would take a second to start.
 */
import { Lru } from '@samenhang/subgraph-kit/lru'
import { createJobs } from './planning-jobs.js'
import { NotPlanned, type Planning } from './planning.ts'

type Plan = (text: string) => string

/** Planners of the supergraphs that were planned over last: each takes tens of megabytes. */
const known = new Lru<string, Plan>(4, 4)

function plannerOf(sdl: string): Plan {
  const planner = known.get(sdl)
  if (planner) return planner
  const made = keepingPlans(createJobs(sdl).plan)
  known.set(sdl, made, 1)
  return made
}

/** A plan follows from the text alone; a gateway that is opened again prepares the same operations. Up to ten million characters of plans. */
function keepingPlans(plan: Plan): Plan {
  const plans = new Lru<string, string>(1_000, 10_000_000)
  return (text) => {
    const kept = plans.get(text)
    if (kept !== undefined) return kept
    const made = plan(text)
    plans.set(text, made, text.length + made.length)
    return made
  }
}

export function planHere(sdl: string): Planning {
  return {
    async run(text) {
      try {
        return { result: plannerOf(sdl)(text), ms: 0 }
      } catch (error) {
        throw new NotPlanned(error instanceof Error ? error.message : String(error))
      }
    },
    started: 0,
    pids: [],
    close: () => Promise.resolve(),
  }
}
