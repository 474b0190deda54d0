/**
 * What is placed in an area, per 1,000 homes: households of focus groups, those in shelters, homes let to groups, homes of projects for them.
 * Kinds are never added up, for one household may stand in several. What the area carries is social-load.ts's.
 */
import { parentsOf } from '@samenhang/subgraph-kit/area-code'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { kindOf } from './current-areas.ts'
import type { AreaInput, Inputs, ProjectInput, Sheltered } from './inputs.ts'
import type { Placed, Placement, Unavailable } from './results.ts'
import { countUpTo, leastForPercentile } from './social-load.ts'
import { accommodations, placementKinds, round, shelterKinds, type PlacementKind } from './vocabulary.ts'

const shelters: readonly string[] = shelterKinds

/** Of one group, by its accommodation in the order of the enum. */
export function shelteredIn(accommodation: readonly { readonly households: number | null }[]): Sheltered {
  const kinds = accommodation.filter((_, at) => shelters.includes(accommodations[at]?.kind ?? ''))
  return { households: sumOf(kinds.map(({ households }) => households)), isPartial: hasGap(kinds) }
}

/** By code; an area where nothing of any kind is known has no entry. */
export function computePlacements({ areas, projects }: Inputs): ReadonlyMap<string, Placement> {
  const planned = projectsByArea(areas, projects)
  return new Map(
    [...groupBy(areas, kindOf).values()].flatMap((alike) => {
      const counted = alike.map((area) => count(area, planned))
      const percentiles = placementKinds.map((_, at) =>
        percentileOf(counted.map(({ placed: tallies }) => tallies[at])),
      )
      return alike.flatMap((area, index) => {
        const tally = counted[index]
        if (!tally || tally.placed.every(({ count }) => count === null)) return []
        const placements = tally.placed.map((each, at) => ({
          ...each,
          percentile: percentiles[at]?.(each.per1000Homes) ?? null,
        }))
        return [
          [
            area.code,
            {
              ...tally,
              placed: placements,
              unavailable: placements.flatMap((each) => whyNull(each, tally.homes)),
            },
          ],
        ]
      })
    }),
  )
}

type Counted = Omit<Placement, 'unavailable'>
type Tally = Pick<Placed, 'count' | 'isPartial'>

function count(area: AreaInput, planned: ProjectsByArea): Counted {
  const { homes, homesPeriod } = newestHomes(area)
  const tallies: Readonly<Record<PlacementKind, Tally>> = {
    FOCUS_GROUP_HOUSEHOLDS: {
      count: sumOf(area.groups.map(({ households }) => households)),
      isPartial: hasGap(area.groups),
    },
    IN_SHELTERS: {
      count: sumOf(area.groups.map(({ sheltered }) => sheltered.households)),
      isPartial: area.groups.some(({ sheltered }) => sheltered.isPartial),
    },
    LETTINGS_TO_GROUPS: lettings(area),
    PROJECT_HOMES: planned(area),
  }
  const placements = placementKinds.map((kind) => {
    const tally = tallies[kind]
    const per1000Homes = tally.count === null || !homes ? null : round((1_000 * tally.count) / homes, 1)
    return { kind, ...tally, per1000Homes, percentile: null }
  })
  return { homes, homesPeriod, placed: placements }
}

/** Homes let to focus groups; where that is withheld, what the groups shown got. */
function lettings({ supply }: AreaInput): Tally {
  if (!supply) return { count: null, isPartial: false }
  if (supply.homesLetToFocusGroups !== null) return { count: supply.homesLetToFocusGroups, isPartial: false }
  const groups = supply.allocations.filter(({ group }) => group !== null)
  return {
    count: sumOf(groups.map(({ homes }) => homes)),
    isPartial: groups.some(({ homes }) => homes === null),
  }
}

type ProjectsByArea = (area: AreaInput) => Tally

/**
 * Homes of projects that go on or are delivered, and are for any group. A municipality of which no project is known has none that is known;
 * a project that names its municipality only may lie in any neighbourhood of it.
 */
function projectsByArea(areas: readonly AreaInput[], projects: readonly ProjectInput[]): ProjectsByArea {
  const withProjects = new Set<string>()
  const homes = new Map<string, number>()
  const withoutNeighbourhood = new Map<string, Set<AreaInput['level']>>()
  const byCode = new Map(areas.map((area) => [area.code, area]))
  for (const { area, forGroups, phase, homes: built } of projects) {
    const { municipality, district } = parentsOf(area.code)
    const own = byCode.get(municipality ?? area.code)
    const codes = [own?.country, own?.province, municipality ?? own?.code, district, area.code]
    const within = new Set(codes.flatMap((code) => code ?? []))
    for (const code of within) withProjects.add(code)
    if (forGroups.length === 0 || phase === 'STOPPED') continue
    for (const code of within) homes.set(code, (homes.get(code) ?? 0) + built)
    if (municipality === null || district === null) {
      const levels = withoutNeighbourhood.get(municipality ?? area.code) ?? new Set()
      levels.add('NEIGHBOURHOOD')
      if (municipality === null) levels.add('DISTRICT')
      withoutNeighbourhood.set(municipality ?? area.code, levels)
    }
  }
  return ({ code, level, municipality }) => {
    const hasProjects = withProjects.has(code) || withProjects.has(municipality ?? '')
    return {
      count: hasProjects ? (homes.get(code) ?? 0) : null,
      isPartial: hasProjects && (withoutNeighbourhood.get(municipality ?? '')?.has(level) ?? false),
    }
  }
}

function percentileOf(placements: readonly (Placed | undefined)[]): (value: number | null) => number | null {
  const values = placements
    .flatMap((placement) => placement?.per1000Homes ?? [])
    .sort((placement, other) => placement - other)
  return (value) =>
    value === null || values.length < leastForPercentile
      ? null
      : round((100 * countUpTo(values, value)) / values.length, 1)
}

function whyNull(
  { kind, count, per1000Homes, percentile }: Placed,
  homes: number | null,
): readonly Unavailable[] {
  if (count === null)
    return ['count', 'per1000Homes', 'percentile'].map((field) => ({
      field: `placed.${kind}.${field}`,
      reason: 'NO_FIGURES',
      explanation: 'The figures are unknown or withheld.',
    }))
  if (per1000Homes === null)
    return ['per1000Homes', 'percentile'].map((field) => ({
      field: `placed.${kind}.${field}`,
      reason: 'NO_FIGURES',
      explanation: homes === 0 ? 'There are no homes here.' : 'It is unknown how many homes there are.',
    }))
  if (percentile !== null) return []
  return [
    {
      field: `placed.${kind}.percentile`,
      reason: 'TOO_FEW_AREAS',
      explanation: `A percentile takes ${leastForPercentile} areas of this level with this figure.`,
    },
  ]
}

function newestHomes({ figures }: AreaInput): Pick<Placement, 'homes' | 'homesPeriod'> {
  const [newest] = [...figures]
    .filter(([, { housing }]) => housing?.dwellings != null)
    .sort(([a], [b]) => b - a)
  return { homes: newest?.[1].housing?.dwellings ?? null, homesPeriod: newest?.[0] ?? null }
}

function hasGap(counts: readonly { readonly households: number | null }[]): boolean {
  return counts.some(({ households }) => households === null)
}

/** Null where none is shown. */
function sumOf(values: readonly (number | null)[]): number | null {
  const published = values.filter((value) => value !== null)
  return published.length === 0 ? null : published.reduce((sum, value) => sum + value, 0)
}
