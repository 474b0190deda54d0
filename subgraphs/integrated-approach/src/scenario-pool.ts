/**
 * One focus group of several municipalities together: sums over those of which everything is known that a scenario takes of the group, and
 * which are left out. A single municipality is a pool of one.
 */
import { atLeastNone, exactly, none, ofAmount, plus, scaled, type Bounded } from './bounded.ts'
import type { Amount } from './ranges.ts'
import type { ScenarioGroupInput, ScenarioInput } from './scenario-inputs.ts'
import { shelterKinds, type FocusGroup, type ShelterKind } from './vocabulary.ts'

export interface Pool {
  readonly municipalities: readonly ScenarioInput[]
  /** Codes of those that lack something. */
  readonly missing: readonly string[]
  /** What any of these lacks, in words. */
  readonly lacking: readonly string[]
  readonly households: Bounded
  readonly inflow: Bounded
  readonly lettings: Bounded
  /** New homes by year. */
  readonly planned: ReadonlyMap<number, number>
  /** The part of one that stays where nobody should; null where one of them does not say. */
  readonly unsuitable: Bounded | null
  /** Places by kind; null where one of them does not say. */
  readonly shelters: Readonly<Record<ShelterKind, Bounded | null>>
}

/** `needsAllLettings` where shares of all homes let are to be divided. */
export function poolOf(inputs: readonly ScenarioInput[], group: FocusGroup, needsAllLettings: boolean): Pool {
  const lacks = inputs.map((input) => lacking(input, group, needsAllLettings))
  const municipalities = inputs.filter((_, at) => lacks[at]?.length === 0)
  const groups = municipalities.map((input) => input.groups[group])
  const planned = new Map<number, number>()
  for (const [year, homes] of groups.flatMap((each) => each.planned))
    planned.set(year, (planned.get(year) ?? 0) + homes)
  const shelters = shelterKinds.map((kind) => [kind, sumOrNull(groups.map((each) => each.shelters[kind]))])
  return {
    municipalities,
    missing: inputs.filter((_, at) => lacks[at]?.length !== 0).map(({ code }) => code),
    lacking: [...new Set(lacks.flat())],
    households: sumOf(groups.map(({ households }) => households)),
    inflow: sumOf(groups.map(({ inflow }) => inflow)),
    lettings: sumOf(groups.map(({ lettings }) => lettings)),
    planned,
    unsuitable: unsuitableOf(groups),
    shelters: Object.fromEntries(shelters) as Record<ShelterKind, Bounded | null>,
  }
}

function lacking(
  { groups, homesLet }: ScenarioInput,
  group: FocusGroup,
  needsAllLettings: boolean,
): string[] {
  const { households, inflow, lettings } = groups[group]
  return [
    ...(households ? [] : ['the households that seek a home']),
    ...(inflow ? [] : ['the inflow']),
    ...(lettings ? [] : ['the homes let to the group']),
    ...(homesLet || !needsAllLettings ? [] : ['all homes let']),
  ]
}

const sumOf = (amounts: readonly (Amount | null)[]) =>
  plus(...amounts.flatMap((each) => (each ? [ofAmount(each)] : [])))

function sumOrNull(amounts: readonly (Amount | null)[]): Bounded | null {
  return amounts.length === 0 || amounts.some((each) => each === null) ? null : sumOf(amounts)
}

/** A mean weighted by households: between the least and the most of its parts, and between what the sums give. */
function unsuitableOf(groups: readonly ScenarioGroupInput[]): Bounded | null {
  const parts = groups.flatMap(({ unsuitable, households }) =>
    unsuitable && households ? [{ part: ofAmount(unsuitable), households: ofAmount(households) }] : [],
  )
  const [only] = parts
  if (!only || parts.length < groups.length) return null
  if (parts.length === 1) return only.part
  const all = plus(...parts.map(({ households }) => households))
  const sum = (of: (entry: (typeof parts)[number]) => number) =>
    parts.reduce((total, entry) => total + of(entry), 0)
  const values = parts.map(({ part: { value }, households }) =>
    value === null || households.value === null ? null : value * households.value,
  )
  const isKnown = all.value !== null && all.value > 0 && values.every((value) => value !== null)
  const lower =
    all.upper === Infinity ? 0 : sum(({ part, households }) => part.lower * households.lower) / all.upper
  const most = sum(({ part, households }) => (part.upper === 0 ? 0 : part.upper * households.upper))
  const upper = all.lower === 0 ? 1 : most / all.lower
  return {
    value: isKnown ? values.reduce((total: number, value) => total + value, 0) / all.value : null,
    lower: Math.max(Math.min(...parts.map(({ part }) => part.lower)), all.upper === 0 ? 0 : lower),
    upper: Math.min(Math.max(...parts.map(({ part }) => part.upper)), upper),
  }
}

/** Places in shelters of all kinds, with those opened and closed by kind; null where one kind is unknown. */
export function placesWith({ shelters }: Pool, opened: ReadonlyMap<ShelterKind, number>): Bounded | null {
  let all: Bounded | null = none
  for (const kind of shelterKinds) {
    const places: Bounded | null = shelters[kind]
    if (!places) return null
    all = plus(all, atLeastNone(plus(places, exactly(opened.get(kind) ?? 0))))
  }
  return all
}

/** By how much the inflow differs where it changes by so many per cent. */
export function inflowBy({ inflow }: Pool, percent: number): Bounded {
  return scaled(inflow, percent / 100)
}
