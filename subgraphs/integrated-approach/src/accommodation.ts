/**
 * The share of a group's households that stays where nobody should have to, between bounds: of each kind of accommodation the count is
 * published, withheld or not there. What is published of suitable kinds bounds it from above, of unsuitable ones from below.
 */
import type { Accommodated, AccommodationInput, GroupFigures } from './inputs.ts'
import {
  amount,
  none,
  ofPublished,
  roundedDown,
  roundedUp,
  share,
  sum,
  unknownShare,
  withheld,
  type Amount,
  type ShareRange,
} from './ranges.ts'
import { shelterKinds, type ShelterKind } from './vocabulary.ts'

/** Null where nothing is said of any kind. A kind that the file has no column for is in the others. */
export function accommodate(kinds: readonly AccommodationInput[]): Accommodated | null {
  const told = kinds.filter(({ reason }) => reason !== 'NOT_PUBLISHED')
  if (told.every(({ reason }) => reason === 'NOT_AVAILABLE')) return null
  const rangeOf = ({ households, reason }: AccommodationInput) => {
    if (households !== null) return ofPublished(households)
    return reason === 'SUPPRESSED' ? withheld : none
  }
  const of = (suits: AccommodationInput['suits']) => told.filter((kind) => kind.suits === suits)
  const reason = told.find(({ households }) => households === null)?.reason ?? null
  const isClear = reason === null && of('UNCLEAR').length === 0
  return {
    unsuitable: sum(of('NO').map(rangeOf)),
    suitable: sum(of('YES').map(rangeOf)),
    unclear: sum(of('UNCLEAR').map(rangeOf)),
    isComplete: told.every((kind) => kind.reason !== 'NOT_AVAILABLE'),
    published: isClear ? of('NO').reduce((all, { households }) => all + (households ?? 0), 0) : null,
    reason: isClear ? null : (reason ?? 'NOT_AVAILABLE'),
  }
}

export function unsuitableShare({ households, accommodated }: GroupFigures): ShareRange {
  if (households === null || accommodated === null) return unknownShare
  const all = ofPublished(households)
  const { unsuitable, suitable, unclear, isComplete: isWhole, published } = accommodated
  const [least, most] = [
    [unsuitable.lower / all.upper, 1 - (suitable.upper + unclear.upper) / all.lower],
    [1 - suitable.lower / all.upper, (unsuitable.upper + unclear.upper) / all.lower],
  ] as const
  const [lower, upper] = [
    roundedDown(isWhole ? Math.max(...least) : least[0]),
    roundedUp(isWhole ? Math.min(...most) : most[0]),
  ]
  return { value: share(published, households), lower: Math.min(lower, upper), upper }
}

/** The households in each kind of shelter. A kind that the file has no column for is unknown: its households are in the others. */
export function sheltersOf(
  kinds: readonly (AccommodationInput & { readonly kind: string })[],
): Readonly<Record<ShelterKind, Amount | null>> {
  const amountOf = (of: ShelterKind): Amount | null => {
    const found = kinds.find(({ kind }) => kind === of)
    if (found && found.households !== null) return amount(found.households, ofPublished(found.households))
    return found?.reason === 'SUPPRESSED' ? amount(null, withheld) : null
  }
  return Object.fromEntries(shelterKinds.map((kind) => [kind, amountOf(kind)])) as Record<
    ShelterKind,
    Amount | null
  >
}
