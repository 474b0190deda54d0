/**
 * Homes let to a focus group in one municipality where some groups get a given share of all homes let: what is left is divided over all
 * others, those of no focus group included, as it was. With L all homes let, H those of the groups that get a share, S these shares together
 * and h the homes of another group, that group gets h(1 - S)L / (L - H) = h(1 - S) / (1 - H/L).
 */
import {
  exactly,
  least,
  minus,
  none,
  ofAmount,
  plus,
  product,
  scaled,
  within,
  type Bounded,
} from './bounded.ts'
import type { ScenarioInput } from './scenario-inputs.ts'
import type { FocusGroup } from './vocabulary.ts'

export interface LettingsUnder {
  readonly lettings: Bounded
  /** What that is more than now. */
  readonly change: Bounded
}

/** `shares` are parts of one, by group; a municipality where the lettings are unknown gives none. */
export function lettingsUnder(
  input: Pick<ScenarioInput, 'homesLet' | 'groups'>,
  group: FocusGroup,
  shares: ReadonlyMap<FocusGroup, number>,
): LettingsUnder {
  const now = lettingsOf(input, group)
  if (shares.size === 0) return { lettings: now, change: none }
  const all = input.homesLet ? ofAmount(input.homesLet) : none
  const own = least(now, all)
  const share = shares.get(group)
  if (share !== undefined) {
    const lettings = scaled(all, share)
    return { lettings, change: minus(lettings, own) }
  }
  const given = [...shares.values()].reduce((sum, each) => sum + each, 0)
  const factor = factorOf(input, shares, all, given)
  const most = scaled(all, Math.max(0, 1 - given))
  const lettings: Bounded = {
    value: own.value === null || factor.value === null ? null : product(own.value, factor.value),
    lower: Math.min(product(own.lower, factor.lower), most.lower),
    upper: Math.min(product(own.upper, factor.upper), most.upper),
  }
  return { lettings, change: within(changeBy(own, factor), minus(lettings, own)) }
}

/** Null lettings are between none and all: a group that gets a share need not have been counted before. */
function lettingsOf(
  { homesLet, groups }: Pick<ScenarioInput, 'homesLet' | 'groups'>,
  group: FocusGroup,
): Bounded {
  const { lettings } = groups[group]
  if (lettings) return ofAmount(lettings)
  return { value: null, lower: 0, upper: homesLet ? ofAmount(homesLet).upper : Infinity }
}

/** (1 - S) / (1 - H/L). */
function factorOf(
  input: Pick<ScenarioInput, 'homesLet' | 'groups'>,
  shares: ReadonlyMap<FocusGroup, number>,
  all: Bounded,
  given: number,
): Bounded {
  const before = plus(...[...shares.keys()].map((each) => least(lettingsOf(input, each), all)))
  const rest = Math.max(0, 1 - given)
  const over = (part: number) => (rest === 0 ? 0 : part >= 1 ? Infinity : rest / (1 - part))
  const value =
    all.value === null || before.value === null || before.value >= all.value
      ? null
      : over(before.value / all.value)
  return {
    value,
    lower: over(partOf(before.lower, all.upper)),
    upper: over(partOf(before.upper, all.lower)),
  }
}

/** Nothing of nothing says nothing of the part. */
function partOf(part: number, whole: number): number {
  if (part === 0) return 0
  return whole === 0 ? 1 : Math.min(1, Number.isFinite(whole) ? part / whole : 0)
}

/** h(f - 1), where h has bounds of its own: closer than the difference of two bounds. */
function changeBy(own: Bounded, factor: Bounded): Bounded {
  const more = (by: number) => (by < 0 ? product(own.upper, by) : product(own.lower, by))
  const most = (by: number) => (by < 0 ? product(own.lower, by) : product(own.upper, by))
  const { value } = plus(factor, exactly(-1))
  return {
    value: own.value === null || value === null ? null : product(own.value, value),
    lower: more(factor.lower - 1),
    upper: most(factor.upper - 1),
  }
}
