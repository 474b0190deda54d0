/**
 * Reads what results of single years are computed from: the figures of every area over a run of years at once, and who seeks a home in one
 * year in the areas whose needs are kept by year.
 */
import { pagesOf, type GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { withCounts, withFigures, type CountsNode, type FiguresNode } from './area-nodes.ts'
import type { AreaInput } from './inputs.ts'
import { areasPerPage, operation } from './read-inputs.ts'
import type { AreaLevel } from './vocabulary.ts'

const yearsOperation = operation('years')
const periodOperation = operation('period')

/** The levels whose needs are kept by year: in smaller areas most counts are withheld. */
const levelsOfNeeds: readonly AreaLevel[] = ['COUNTRY', 'PROVINCE', 'MUNICIPALITY']

/** Areas with figures from one year to another. Throws HubError SUBGRAPH_UNAVAILABLE where a domain does not answer in full. */
export async function readYears(graph: GraphClient, from: number, to: number): Promise<readonly AreaInput[]> {
  const areas: AreaInput[] = []
  for await (const page of pagesOf<FiguresNode>(graph, yearsOperation, 'searchAreas', {
    first: areasPerPage,
    from,
    to,
  }))
    areas.push(...page.map(withFigures))
  return areas
}

/** Areas with their counts of one year. Throws HubError SUBGRAPH_UNAVAILABLE where a domain does not answer in full. */
export async function readPeriod(graph: GraphClient, period: number): Promise<readonly AreaInput[]> {
  const areas: AreaInput[] = []
  for (const level of levelsOfNeeds)
    for await (const page of pagesOf<CountsNode>(graph, periodOperation, 'searchAreas', {
      first: areasPerPage,
      level,
      period,
    }))
      areas.push(...page.map(withCounts).filter(({ groups }) => groups.length > 0))
  return areas
}
