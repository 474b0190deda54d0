/** What a scenario changes, in the words of the graph, with groups by their names of today. What is wrong with it: scenario-faults.ts. */
import type {
  AddedHomes,
  HousingProjectKind,
  HousingScenario,
  InflowChange,
  LettingsShare,
  PriceRange,
  ShelterChange,
} from './generated/resolver-types.ts'
import { currentGroup, type FocusGroup, type ShelterKind } from './vocabulary.ts'

/** The last year of every scenario: that of the national programme. */
export const lastYear = 2030

export interface Changes {
  readonly homes: readonly {
    readonly year: number
    readonly kind: HousingProjectKind
    readonly homes: number
    readonly forGroups: readonly FocusGroup[]
    /** Of one home, in euro. */
    readonly price: PriceRange | null
  }[]
  /** The part of one of all homes let, from a year on. */
  readonly lettings: readonly FromYear<{ readonly share: number }>[]
  readonly inflow: readonly FromYear<{ readonly percent: number }>[]
  /** Places opened, or closed where under 0. */
  readonly shelters: readonly FromYear<{ readonly kind: ShelterKind; readonly places: number }>[]
  readonly grant: number | null
}

type FromYear<Change> = Change & { readonly fromYear: number; readonly group: FocusGroup }

export const noChanges: Changes = { homes: [], lettings: [], inflow: [], shelters: [], grant: null }

export function changesOf({
  homes = [],
  lettings = [],
  inflow = [],
  shelters = [],
  grant,
}: HousingScenario): Changes {
  const named = <Change extends LettingsShare | InflowChange | ShelterChange>(change: Change) => ({
    ...change,
    group: currentGroup(change.group),
  })
  return {
    homes: homes.map((added: AddedHomes) => ({
      ...added,
      forGroups: added.forGroups.map(currentGroup),
      price: added.price ?? null,
    })),
    lettings: lettings.map(named),
    inflow: inflow.map(named),
    shelters: shelters.map(named),
    grant: grant ?? null,
  }
}

/** Shares of lettings that hold in a year, by group. */
export function sharesIn(
  year: number,
  { lettings }: Pick<Changes, 'lettings'>,
): ReadonlyMap<FocusGroup, number> {
  return new Map(inForce(year, lettings).map(({ group, share }) => [group, share]))
}

/** By how many per cent the inflow of a group differs in a year. */
export function inflowChangeIn(year: number, group: FocusGroup, { inflow }: Changes): number {
  return inForce(year, inflow).findLast((change) => change.group === group)?.percent ?? 0
}

/** The earliest first, so that a later change takes the place of an earlier one. */
function inForce<Change extends { readonly fromYear: number }>(
  year: number,
  changes: readonly Change[],
): readonly Change[] {
  return changes.filter(({ fromYear }) => fromYear <= year).sort((a, b) => a.fromYear - b.fromYear)
}
