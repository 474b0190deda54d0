/**
 * The results of single years: a year whose inputs are those of before is not read again, and one whose inputs are gone keeps what it had.
 * Each year is written in one transaction, so that a refresh that dies leaves it whole, as it was or as it is now.
 */
import type { Database } from '@samenhang/subgraph-kit/database'
import type { GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { withPlannedDeliveries } from './planned-deliveries.ts'
import type { AreaInput } from './inputs.ts'
import { computeNeeds } from './need.ts'
import { computePressures, pressureReferences, referencePeriod } from './pressure-series.ts'
import { digestOf, type Versions } from './read-inputs.ts'
import { readPeriod, readYears } from './read-series.ts'
import { noteGonePeriods, readPeriodRuns, readPressureReferences, writePeriod } from './write-series.ts'

/** Names the reference that was never there. */
const noReference = 'none'

/**
 * Computes every year that is due. `isUnchanged` says whether the inputs are still those of `versions`; gives false, and writes nothing of what
 * was read last, where they are not.
 */
export async function refreshSeries(
  database: Database,
  graph: GraphClient,
  { periods }: Versions,
  isUnchanged: () => Promise<boolean>,
): Promise<boolean> {
  const runs = new Map((await readPeriodRuns(database)).map((run) => [run.period, run]))
  let reference = runs.get(referencePeriod)?.reference ?? noReference
  const isDue = (period: number) => {
    const run = runs.get(period)
    return run?.versions !== periods.get(period) || run?.reference !== reference
  }
  async function compute(due: readonly number[]): Promise<boolean> {
    if (due.length === 0) return true
    const figures = await readYears(graph, Math.min(...due), Math.max(...due))
    for (const period of due) {
      const counted = withPlannedDeliveries(await readPeriod(graph, period))
      if (!(await isUnchanged())) return false
      const areas = ofYear(figures, period)
      const isReference = period === referencePeriod
      const references = isReference ? pressureReferences(areas) : await readPressureReferences(database)
      // By what it says, not by the versions that it is from: those move where the figures do not.
      if (isReference) reference = digestOf(references)
      await writePeriod(database, {
        period,
        versions: periods.get(period) ?? '',
        reference,
        computedAt: new Date().toISOString(),
        needs: { areas: counted, byCode: computeNeeds(counted) },
        pressures: { areas, byCode: computePressures(areas, period, references) },
        references: isReference ? references : null,
      })
    }
    return true
  }
  const loaded = [...periods.keys()].sort((one, other) => one - other)
  // The reference first, for the others are measured against it: only then is known which of them are due.
  const isWhole =
    (await compute(loaded.filter((period) => period === referencePeriod && isDue(period)))) &&
    (await compute(loaded.filter((period) => period !== referencePeriod && isDue(period))))
  if (isWhole) await noteGonePeriods(database, loaded)
  return isWhole
}

/** Areas that have figures of this year, with those alone. */
function ofYear(areas: readonly AreaInput[], period: number): readonly AreaInput[] {
  return areas.flatMap((area) => {
    const figures = area.figures.get(period)
    return figures ? [{ ...area, figures: new Map([[period, figures]]) }] : []
  })
}
