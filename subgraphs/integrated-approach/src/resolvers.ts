/** The resolvers of this slice. Each is one call; a rule belongs to the store or the computation. */
import { parseAreaCode } from '@samenhang/subgraph-kit/area-code'
import { readPageRequest, toConnection } from '@samenhang/subgraph-kit/connection'
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'
import type { ResultLoaders } from './loaders.ts'
import { openNeeds, type Records } from './open-needs.ts'
import { basis, pressureDomains } from './pressure-basis.ts'
import { programme } from './programme.ts'
import { unreported } from './progress.ts'
import type { GroupCompetition, GroupNeed } from './results.ts'
import { rankingKey, type NeedRow, type PressureRow } from './store.ts'
import type { AreaLevel } from './vocabulary.ts'

type Context = SubgraphContext & ResultLoaders

interface RankingArguments {
  readonly level: AreaLevel
  readonly within?: string | null
  readonly first: number
  readonly after?: string | null
}

const area = ({ code }: { readonly code: string }) => ({ code })

const ranking = ({ level, within }: RankingArguments) => ({
  level,
  within: within ? parseAreaCode(within) : null,
})

export const resolvers = {
  Query: {
    async pressureRanking(_: unknown, given: RankingArguments, { results }: Context) {
      const page = readPageRequest(given)
      const found = await results.rankPressures(ranking(given), page)
      return toConnection(page, found, ({ score, code }) => rankingKey(score, code))
    },
    async housingNeedRanking(_: unknown, given: RankingArguments, { results }: Context) {
      const page = readPageRequest(given)
      const found = await results.rankNeeds(ranking(given), page)
      return toConnection(page, found, ({ queueLeft, code }) => rankingKey(queueLeft, code))
    },
    async programme(_: unknown, __: unknown, { results }: Context) {
      const progress = await results.progress()
      const commitments = programme.commitments.map((commitment, index) => ({
        ...commitment,
        progress: progress[index] ?? unreported,
      }))
      return { ...programme, commitments }
    },
  },
  Area: {
    housingNeed: ({ code }: { code: string }, _: unknown, { need }: Context) => need(code),
    pressure: ({ code }: { code: string }, _: unknown, { pressure }: Context) => pressure(code),
  },
  Person: {
    __resolveReference: (person: Records & { id: string }) => person,
    openNeeds: (records: Records) => openNeeds(records, new Date().toISOString().slice(0, 10)),
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
  AreaPressure: {
    area: (row: PressureRow) => area(row),
    components: ({ components }: PressureRow) =>
      pressureDomains.map((domain, index) => ({ domain, score: components[index] ?? null })),
    basis: ({ basis: figures }: PressureRow) =>
      basis.map((indicator, index) => {
        const [period, value, deviation] = figures[index] ?? [null, null, null]
        return { ...indicator, period, value, deviation, missing: value === null }
      }),
  },
}
