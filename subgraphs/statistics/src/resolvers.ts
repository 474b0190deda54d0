/** The resolvers of this slice. Each is one call; a rule belongs to the questions. */
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'
import { readPageRequest } from '@samenhang/subgraph-kit/connection'
import {
  aggregate,
  regionFigures,
  type AggregateArguments,
  type AggregatedFigure,
  type FigureArguments,
} from './aggregate.ts'
import { areasWhere, type AreasWhereArguments } from './areas-where.ts'
import { distribution, type DistributionArguments } from './distribution.ts'
import { likeUs, peers, type LikeUsArguments, type PeersArguments } from './peers.ts'
import type { Region } from './members.ts'
import { relation, type RelationArguments } from './relation.ts'
import { similarAreas, type SimilarAreasArguments } from './similar-areas.ts'
import type { StatisticsStore } from './store.ts'

interface Context extends SubgraphContext {
  readonly statistics: StatisticsStore
}

interface AreaKey {
  readonly code: string
}

interface FirstOnly {
  readonly first: number
}

const firstOf = <Entry>(entries: readonly Entry[], { first }: FirstOnly) =>
  entries.slice(0, readPageRequest({ first }).first)

export const resolvers = {
  Query: {
    areasWhere: (_: unknown, given: AreasWhereArguments, { statistics }: Context) =>
      statistics.within((figures) => areasWhere(figures, given)),
    aggregate: (_: unknown, given: AggregateArguments, { statistics }: Context) =>
      statistics.within((figures) => aggregate(figures, given)),
    distribution: (_: unknown, given: DistributionArguments, { statistics }: Context) =>
      statistics.within((figures) => distribution(figures, given)),
    relation: (_: unknown, given: RelationArguments, { statistics }: Context) =>
      statistics.within((figures) => relation(figures, given)),
    similarAreas: (_: unknown, given: SimilarAreasArguments, { statistics }: Context) =>
      statistics.within((figures) => similarAreas(figures, given)),
  },
  Area: {
    peers: ({ code }: AreaKey, given: PeersArguments, { statistics }: Context) =>
      statistics.within((figures) => peers(figures, code, given)),
    likeUs: ({ code }: AreaKey, given: LikeUsArguments, { statistics }: Context) =>
      statistics.within((figures) => likeUs(figures, code, given)),
  },
  Region: {
    figures: (region: Region, given: FigureArguments, { statistics }: Context) =>
      statistics.within((figures) => regionFigures(figures, region, given)),
  },
  AggregatedFigure: {
    computed: () => true,
    memberCount: ({ members }: AggregatedFigure) => members.length,
    members: ({ members }: AggregatedFigure, page: FirstOnly) => firstOf(members, page),
    lackingCount: ({ lacking }: AggregatedFigure) => lacking.length,
    lacking: ({ lacking }: AggregatedFigure, page: FirstOnly) => firstOf(lacking, page),
  },
}
