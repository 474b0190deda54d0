/**
 * A refresh, from the graph to the store: read everything, compute, write. Where the inputs are those of the last run nothing is done;
 * where they change while they are read, they are read again, so that no result mixes two versions.
 */
import { readUnchanged } from '@samenhang/subgraph-kit/computed-run'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { Computed } from '@samenhang/subgraph-kit/graph-client'
import { countRanges } from './count-ranges.ts'
import { currentAreas } from './current-areas.ts'
import { fairShareInputs } from './fair-share-inputs.ts'
import type { RefreshInputs } from './inputs.ts'
import type { References } from './distributions.ts'
import { computeNeeds } from './need.ts'
import { computePlacements } from './placement.ts'
import { targets } from './programme.ts'
import { computeProgress } from './progress.ts'
import { readInputs, readVersions } from './read-inputs.ts'
import { withPlannedDeliveries } from './planned-deliveries.ts'
import { scenarioInputs } from './scenario-inputs.ts'
import { computeSocialLoads } from './social-load.ts'
import { refreshSeries } from './series.ts'
import { signalProjects } from './signal-projects.ts'
import { readReferences } from './store.ts'
import { noteRun, readRun, writeResults, type Results } from './write-results.ts'

export function createComputed(database: Database): Computed {
  return {
    inputsMoved: () => noteRun(database),
    async isCurrent(graph) {
      const run = await readRun(database)
      return run?.versions === run?.known_versions && run?.versions === (await readVersions(graph)).digest
    },
    refresh: (graph) =>
      readUnchanged(async () => {
        const versions = await readVersions(graph)
        const knownVersions = await noteIfNew(database, versions.digest)
        if (knownVersions === null) return 'up to date'
        const isUnchanged = async () => (await readVersions(graph)).digest === versions.digest
        const inputs = await readInputs(graph, versions)
        if (!(await isUnchanged())) return null
        if (!(await refreshSeries(database, graph, versions, isUnchanged))) return null
        const results = compute(
          inputs,
          versions.digest,
          new Date().toISOString(),
          await readReferences(database),
        )
        await writeResults(database, results, knownVersions)
        return `computed anew for ${results.areas.length.toLocaleString('en')} areas`
      }),
  }
}

/** Gives the versions that are known now, noted where they are new; null where the results are of these and nothing moved. */
async function noteIfNew(database: Database, digest: string): Promise<string | null> {
  const run = await readRun(database)
  if (run && run.versions !== run.known_versions) return run.known_versions
  if (run?.versions === digest) return null
  await noteRun(database, digest)
  return digest
}

/** Everything that follows from the inputs, and from the references that were fixed before. */
export function compute(
  inputs: RefreshInputs,
  versions: string,
  computedAt: string,
  fixed: References = new Map(),
): Results {
  const areas = withPlannedDeliveries(currentAreas(inputs.areas))
  const { loads, references } = computeSocialLoads(areas, fixed)
  const rangesOf = countRanges(areas)
  return {
    computedAt,
    versions,
    areas,
    needs: computeNeeds(areas, rangesOf),
    loads,
    references,
    placements: computePlacements({ areas, projects: inputs.projects }),
    fairShares: fairShareInputs(areas, inputs.projects, rangesOf),
    scenarios: scenarioInputs(areas, inputs.projects, rangesOf),
    regions: inputs.regions,
    signalProjects: signalProjects(areas, inputs.projects),
    progress: targets.map((target) => computeProgress(target, inputs, computedAt)),
  }
}
