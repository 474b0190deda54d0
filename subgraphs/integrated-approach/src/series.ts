/**
 * The results of single years, read and written one year at a time: a year whose inputs are those of before is not read again, and one whose
 * inputs are gone keeps what it had. A refresh that dies leaves each year whole, as it was or as it is now.
 */
import type { Database } from '@samenhang/subgraph-kit/database'
import type { GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { withPlannedDeliveries } from './planned-deliveries.ts'
import { computeNeeds } from './need.ts'
import { computePressures, pressureReferences, referencePeriod } from './pressure-series.ts'
import { readPeriod, type Versions } from './read-inputs.ts'
import {
  noteGonePeriods,
  readPeriodRuns,
  readPressureReferences,
  writePeriod,
  type PeriodResults,
} from './write-series.ts'

/** What a reference is named that was never there. */
const noReference = 'none'

/**
 * Computes every year that is due. `isUnchanged` says whether the inputs are still those of `versions`; gives false, and writes nothing of the
 * year that was read, where they are not.
 */
export async function refreshSeries(
  database: Database,
  graph: GraphClient,
  versions: Versions,
  isUnchanged: () => Promise<boolean>,
): Promise<boolean> {
  const runs = new Map((await readPeriodRuns(database)).map((run) => [run.period, run]))
  const kept = runs.get(referencePeriod)?.reference ?? noReference
  const reference = versions.periods.get(referencePeriod) ?? kept
  // The reference first, for the others are measured against it.
  const periods = [...versions.periods.keys()].sort(
    (one, other) => Number(other === referencePeriod) - Number(one === referencePeriod) || one - other,
  )
  for (const period of periods) {
    const digest = versions.periods.get(period) ?? ''
    const run = runs.get(period)
    if (run?.versions === digest && run.reference === reference) continue
    const areas = withPlannedDeliveries(await readPeriod(graph, period))
    if (!(await isUnchanged())) return false
    const references =
      period === referencePeriod ? pressureReferences(areas) : await readPressureReferences(database)
    await writePeriod(database, {
      period,
      versions: digest,
      reference,
      computedAt: new Date().toISOString(),
      areas,
      needs: computeNeeds(areas),
      pressures: computePressures(areas, period, references),
      references: period === referencePeriod ? references : null,
    } satisfies PeriodResults)
  }
  await noteGonePeriods(database, periods)
  return true
}
