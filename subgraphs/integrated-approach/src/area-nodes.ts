/**
 * An area as the operations in operations/ give it, and what is computed from it: figures by year, counts of groups, homes. Reading pages of
 * them is read-inputs.ts's and read-series.ts's.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { present } from '@samenhang/subgraph-kit/graph-client'
import { accommodate, sheltersOf } from './accommodation.ts'
import type { AreaInput, GrantInput, GroupFigures, Overlap, Supply, YearFigures } from './inputs.ts'
import { shelteredIn } from './placement.ts'
import { accommodations, type AreaLevel } from './vocabulary.ts'

type Series<Name extends keyof YearFigures> =
  readonly (Readonly<{ period: number }> & NonNullable<YearFigures[Name]>)[] | null

/** Accommodation comes without its kinds, which would double the answer: one entry each, in the order of the enum. */
type GroupNode = Omit<GroupFigures, 'accommodated' | 'sheltered' | 'shelters'> & {
  readonly accommodation: readonly { readonly households: number | null }[]
}

interface PlaceNode {
  readonly code: string
  readonly level: AreaLevel
  readonly periods: readonly number[]
  readonly country: { readonly code: string } | null
  readonly province: { readonly code: string } | null
  readonly municipality: { readonly code: string } | null
  readonly district: { readonly code: string } | null
}

/** What it has in one or several years. */
export interface FiguresNode extends PlaceNode {
  readonly populationSeries: Series<'population'>
  readonly housingSeries: Series<'housing'>
  readonly careSeries: Series<'care'>
  readonly educationSeries: Series<'education'>
  readonly labourMarketSeries: Series<'labourMarket'>
  readonly integrationSeries: Series<'integration'>
}

/** Who seeks a home in it, and what becomes available. */
export interface CountsNode extends PlaceNode {
  readonly housingFocusGroups: readonly GroupNode[] | null
  readonly careFocusGroups: readonly GroupNode[] | null
  readonly educationFocusGroups: readonly GroupNode[] | null
  readonly labourMarketFocusGroups: readonly GroupNode[] | null
  readonly integrationFocusGroups: readonly GroupNode[] | null
  readonly housingSupply: Supply | null
  readonly focusGroupOverlap: Overlap | null
}

export interface AreaNode extends FiguresNode, CountsNode {
  readonly grants: readonly GrantInput[] | null
}

export function toArea(node: AreaNode): AreaInput {
  return { ...toPlace(node), figures: figuresOf(node), ...countsOf(node), grants: node.grants ?? [] }
}

const nothing = { groups: [], supply: null, overlap: null, grants: [] }

/** An area with its figures alone. */
export function withFigures(node: FiguresNode): AreaInput {
  return { ...toPlace(node), ...nothing, figures: figuresOf(node) }
}

/** An area with its counts alone. */
export function withCounts(node: CountsNode): AreaInput {
  return { ...toPlace(node), ...nothing, figures: new Map(), ...countsOf(node) }
}

function figuresOf(node: FiguresNode): AreaInput['figures'] {
  const figures = new Map<number, Record<string, unknown>>()
  const series = {
    population: node.populationSeries,
    housing: node.housingSeries,
    care: node.careSeries,
    education: node.educationSeries,
    labourMarket: node.labourMarketSeries,
    integration: node.integrationSeries,
  }
  for (const [domain, years] of Object.entries(series)) {
    for (const row of present(`${domain}Series`, years)) {
      const year = figures.get(row.period)
      if (year) year[domain] = row
      else figures.set(row.period, { [domain]: row })
    }
  }
  return figures
}

function toPlace(node: PlaceNode) {
  return {
    code: node.code,
    level: node.level,
    newest: Math.max(0, ...node.periods),
    country: node.country?.code ?? null,
    province: node.province?.code ?? null,
    municipality: node.municipality?.code ?? null,
    district: node.district?.code ?? null,
  }
}

function countsOf(node: CountsNode) {
  return {
    groups: [
      ...(node.housingFocusGroups ?? []),
      ...(node.careFocusGroups ?? []),
      ...(node.educationFocusGroups ?? []),
      ...(node.labourMarketFocusGroups ?? []),
      ...(node.integrationFocusGroups ?? []),
    ].map(toGroup),
    supply: node.housingSupply,
    overlap: node.focusGroupOverlap,
  }
}

function toGroup({ accommodation, group, ...figures }: GroupNode): GroupFigures {
  if (accommodation.length !== accommodations.length) {
    const [received, expected] = [accommodation.length, accommodations.length]
    throw new HubError(
      'SUBGRAPH_UNAVAILABLE',
      `${group} has ${received} kinds of accommodation; expected ${expected}.`,
    )
  }
  const reasons = new Map(figures.missing.map(({ field, reason }) => [field, reason]))
  const kinds = accommodations.map(({ kind, suits }, at) => ({
    kind,
    suits,
    households: accommodation[at]?.households ?? null,
    reason: reasons.get(`accommodation.${kind}`) ?? null,
  }))
  return {
    group,
    ...figures,
    missing: figures.missing.filter(({ field }) => !field.startsWith('accommodation.')),
    accommodated: accommodate(kinds),
    sheltered: shelteredIn(accommodation),
    shelters: sheltersOf(kinds),
  }
}
