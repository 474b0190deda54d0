/**
 * The peers of an area: the areas of its level and country that are nearest in inhabitants, urbanity, tenure and incomes, and what figures
 * are beside theirs. Why these indicators: docs/decisions/0078-peers.md.
 */
import { setImmediate } from 'node:timers/promises'
import { countryOf } from '@samenhang/subgraph-kit/area-code'
import { readPageRequest } from '@samenhang/subgraph-kit/connection'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { AreaLevel } from '@samenhang/subgraph-kit/area-code'
import { figureAt } from './column.ts'
import { describeColumn } from './description.ts'
import { basisOf, likeTo, type LikenessBasis, type LikenessScale } from './likeness.ts'
import { quantileOf, rankValues } from './measures/quantiles.ts'
import {
  hasFigure,
  measuredColumn,
  membersIn,
  membersInAny,
  missingAreas,
  valuesAt,
  type MembersIn,
} from './over-areas.ts'
import { scopeOf, type Scope } from './scope.ts'
import type { Figures } from './store.ts'

/** What peers are near in: one a theme, but tenure, which is two shares of dwellings. */
export const peerIndicators: readonly (readonly [id: string, scale: LikenessScale])[] = [
  ['population.inhabitants', 'LOGARITHM'],
  ['surroundings.addressDensity', 'LOGARITHM'],
  ['housing.ownerOccupiedShare', 'LINEAR'],
  ['housing.housingCorporationShare', 'LINEAR'],
  ['labourMarket.averageIncomePerInhabitant', 'LINEAR'],
]

export interface PeersArguments {
  readonly first: number
}

export interface LikeUsArguments {
  readonly indicators: readonly string[]
  readonly peers: number
}

const mostIndicators = 100

interface PeerGround {
  readonly country: Scope
  readonly members: MembersIn
  readonly basis: LikenessBasis
  /** The areas of the level and country in any year of the basis. */
  readonly alike: Int32Array
}

/** By the figures of one refresh, then by level and country: areas of one list are compared by one basis. */
const grounds = new WeakMap<Figures, Map<string, Promise<PeerGround>>>()

/** Throws HubError NOT_REFRESHED for an area that came after the figures were gathered, PAGE_TOO_LARGE, PERIOD_NOT_PUBLISHED. */
export async function peers(figures: Figures, code: string, { first: wanted }: PeersArguments) {
  const { first } = readPageRequest({ first: wanted })
  return (await peersOf(figures, code, first)).answer
}

/** Each indicator of the area beside the same of its peers. Throws HubError as `peers`, and BAD_ARGUMENT for an indicator that is none. */
export async function likeUs(figures: Figures, code: string, { indicators, peers: most }: LikeUsArguments) {
  if (most < 1 || most > 1_000)
    throw new HubError('BAD_ARGUMENT', `peers is ${most}; it must be from 1 to 1000.`)
  if (indicators.length === 0 || indicators.length > mostIndicators)
    throw new HubError(
      'BAD_ARGUMENT',
      `indicators has ${indicators.length} ids; it must have 1 to ${mostIndicators}.`,
    )
  const { answer, members, position } = await peersOf(figures, code, most)
  const positions = Int32Array.from(answer.similar, ({ area }) => figures.areas.position(area.code) ?? -1)
  const beside = []
  for (const id of indicators) {
    const used = await measuredColumn(figures, id, members, null)
    const known = positions.filter((peer) => hasFigure(used, peer))
    const ranked = rankValues(valuesAt(used, known))
    beside.push({
      column: describeColumn(figures, used, code),
      ...figureAt(used.column, position),
      n: known.length,
      without: missingAreas(used, positions),
      minimum: ranked.values.at(0) ?? null,
      median: quantileOf(ranked, 0.5),
      maximum: ranked.values.at(-1) ?? null,
    })
  }
  return { peers: answer, figures: beside }
}

async function peersOf(figures: Figures, code: string, first: number) {
  const position = figures.areas.position(code)
  if (position === undefined)
    throw new HubError(
      'NOT_REFRESHED',
      `The figures of ${code} have not been gathered yet. For operators: run hub refresh.`,
    )
  const { country, members, basis, alike } = await groundOf(figures, figures.areas.level(position), code)
  // A list of areas on SQLite never leaves the turn otherwise, and each compares its area with all others.
  await setImmediate()
  const answer = likeTo(figures, basis, { position, others: alike, within: country.within, first })
  return { answer, members, position }
}

function groundOf(figures: Figures, level: AreaLevel, code: string): Promise<PeerGround> {
  const known = grounds.get(figures) ?? new Map<string, Promise<PeerGround>>()
  grounds.set(figures, known)
  const country = scopeOf(figures, { level, within: countryOf(code) })
  const key = `${level} ${country.within}`
  const ground = known.get(key) ?? readGround(figures, country)
  known.set(key, ground)
  ground.catch(() => known.delete(key))
  return ground
}

async function readGround(figures: Figures, country: Scope): Promise<PeerGround> {
  const members = membersIn(figures, country)
  const by = []
  for (const [id, scale] of peerIndicators)
    by.push({ ...(await measuredColumn(figures, id, members, null)), scale })
  const alike = membersInAny(
    figures,
    members,
    by.map(({ period }) => period),
  )
  return { country, members, basis: basisOf(figures, by, alike), alike }
}
