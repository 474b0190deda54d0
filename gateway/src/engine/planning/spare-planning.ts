/**
 * Planning for gateways that follow each other quickly, each over another supergraph: in a process that was started before there was one, so that the
 * first operation waits for no start.
 */
import { startPlanning, usualLimits, type Lost, type Planning, type PlanningLimits } from './planning.ts'
import { spareProcess, type PlanningProcess, type SpareProcess } from './planning-process.ts'

export interface SparePlanning {
  /** Plans in the process that waits; in a new one where there is none, and where that one ends. */
  start(sdl: string, onLost?: (lost: Lost) => void): Planning
  /** Has a process wait, which has read the supergraph of the last one. */
  prepare(): void
  /** Ends the process that waits. */
  end(): void
}

export function sparePlanning(): SparePlanning {
  let spare: SpareProcess | undefined
  let last: string | undefined
  const take = (sdl: string, limits: PlanningLimits): PlanningProcess => {
    last = sdl
    const taken = spare ?? spareProcess(limits)
    spare = undefined
    return taken.over(sdl)
  }
  return {
    start: (sdl, onLost) => startPlanning(sdl, { processes: 1 }, onLost, take),
    prepare: () => void (spare ??= spareProcess(usualLimits, last)),
    end() {
      spare?.end()
      spare = undefined
    },
  }
}
