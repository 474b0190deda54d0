/** The resolvers of this slice. Each is one call; a rule belongs to the store or the computation. */
import { parseAreaCode } from '@samenhang/subgraph-kit/area-code'
import { readPageRequest, toConnection } from '@samenhang/subgraph-kit/connection'
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'
import {
  fairShareResolvers,
  fairShareRoot,
  regionFairShare,
  type FairShareContext,
} from './fair-share-resolvers.ts'
import type { ResultLoaders } from './loaders.ts'
import { openNeeds, type Records } from './open-needs.ts'
import {
  areaScenario,
  regionScenario,
  scenarioResolvers,
  type ScenarioContext,
} from './scenario-resolvers.ts'
import { areaOutlook } from './outlook-resolvers.ts'
import { programme, targets, type Target } from './programme.ts'
import { unreported } from './progress.ts'
import type { GroupCompetition, GroupNeed } from './results.ts'
import { areaSeries, seriesResolvers } from './series-resolvers.ts'
import type { SeriesLoaders } from './series-store.ts'
import { signalsRoot, signalResolvers, type SignalContext } from './signal-resolvers.ts'
import { mostDeviation } from './distributions.ts'
import { variants } from './social-load-basis.ts'
import { rankingKey, type NeedRow, type PlacementRow, type SocialLoadRow } from './store.ts'
import type { AreaLevel, LoadVariant } from './vocabulary.ts'

type Context = SubgraphContext &
  ResultLoaders &
  FairShareContext &
  ScenarioContext &
  SeriesLoaders &
  SignalContext

interface RankingArguments {
  readonly level: AreaLevel
  readonly within?: string | null
  readonly first: number
  readonly after?: string | null
}

interface VariantArguments {
  /** Without it as by default: the old names have no such argument. */
  readonly variant?: LoadVariant
}

const area = ({ code }: { readonly code: string }) => ({ code })

const ranking = ({ level, within }: RankingArguments) => ({
  level,
  within: within ? parseAreaCode(within) : null,
})

async function rankLoads(_: unknown, args: RankingArguments & VariantArguments, { results }: Context) {
  const page = readPageRequest(args)
  const ranked = await results.rankSocialLoads(args.variant ?? 'WITHOUT_ORIGIN', ranking(args), page)
  return toConnection(page, ranked, ({ score, code }) => rankingKey(score, code))
}

const load = (
  { code }: { readonly code: string },
  { variant = 'WITHOUT_ORIGIN' }: VariantArguments,
  { socialLoad }: Context,
) => socialLoad(variant, code)

export const resolvers = {
  Query: {
    ...fairShareRoot,
    ...signalsRoot,
    socialLoadRanking: rankLoads,
    pressureRanking: rankLoads,
    async housingNeedRanking(_: unknown, args: RankingArguments, { results }: Context) {
      const page = readPageRequest(args)
      const ranked = await results.rankNeeds(ranking(args), page)
      return toConnection(page, ranked, ({ queueLeft, code }) => rankingKey(queueLeft, code))
    },
    async programme(_: unknown, __: unknown, { results }: Context) {
      const progress = await results.progress()
      const withProgress = <T extends Target>(target: T) => ({
        ...target,
        progress: progress[targets.indexOf(target)] ?? unreported,
      })
      return {
        ...programme,
        commitments: programme.commitments.map(withProgress),
        expectations: programme.expectations.map(withProgress),
      }
    },
  },
  Area: {
    ...areaSeries,
    ...areaOutlook,
    housingNeed: ({ code }: { code: string }, _: unknown, { need }: Context) => need(code),
    socialLoad: load,
    pressure: load,
    placementPressure: ({ code }: { code: string }, _: unknown, { placement }: Context) => placement(code),
    ...areaScenario,
  },
  ...seriesResolvers,
  Region: { ...regionFairShare, ...regionScenario },
  ...fairShareResolvers,
  ...scenarioResolvers,
  ...signalResolvers,
  Person: {
    __resolveReference: (person: Records & { id: string }) => person,
    openNeeds: (records: Records) => openNeeds(records, new Date().toISOString().slice(0, 10)),
  },
  ProgrammeEstimate: { isLowerBound: ({ mayBeHigher }: { readonly mayBeHigher: boolean }) => mayBeHigher },
  ProgrammeCommitment: {
    party: ({ parties }: { readonly parties: readonly string[] }) => parties.join(', '),
  },
  HousingNeed: {
    area: (row: NeedRow) => area(row),
    shortage: ({ queueLeft }: NeedRow) => queueLeft,
    allocatedHomes: ({ homesLet }: NeedRow) => homesLet,
  },
  GroupNeed: {
    unsuitableAccommodationShare: ({ unsuitableAccommodation }: GroupNeed) => unsuitableAccommodation.value,
  },
  GroupCompetition: {
    shareOfAllocations: ({ shareOfLettingsToFocusGroups }: GroupCompetition) => shareOfLettingsToFocusGroups,
  },
  SocialLoad: {
    area: (row: SocialLoadRow) => area(row),
    components: ({ components, variant }: SocialLoadRow) =>
      variants[variant].domains.map((domain, index) => ({ domain, score: components[index] ?? null })),
    basis: ({ basis: figures, variant, kind }: SocialLoadRow) =>
      variants[variant].basis.map((indicator, index) => {
        const [period, value, deviation] = figures[index] ?? [null, null, null]
        const capped = deviation !== null && Math.abs(deviation) >= mostDeviation
        return { ...indicator, kind, period, value, deviation, capped, missing: value === null }
      }),
  },
  SocialLoadBasis: {
    reference: (
      { kind, indicator }: { kind: string; indicator: string },
      _: unknown,
      { reference }: Context,
    ) => reference(kind, indicator),
  },
  PlacementPressure: {
    area: (row: PlacementRow) => area(row),
    carries: (row: PlacementRow, args: VariantArguments, context: Context) => load(row, args, context),
  },
}
