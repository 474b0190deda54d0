/** What a relation between two indicators does not say: what holds always, and what the catalogue shows of these two. */
import type { IndicatorEntry } from './inventory.ts'
import type { UsedColumn } from './scope.ts'

const sentences = {
  NO_CAUSE: 'That two figures go together proves no cause: a third may move both.',
  AREAS_ARE_NOT_PEOPLE:
    'What holds of areas need not hold of the people in them, nor of areas of another level (ecological fallacy).',
  DIFFERENT_PERIODS: 'The figures are of different years.',
  BOTH_COUNT: 'Both are counts: larger areas have more of either, whatever else they have in common.',
  SAME_DENOMINATOR:
    'Both are divided by the same number: where they are parts of one whole, the one leaves less for the other.',
  ONE_DIVIDES_THE_OTHER: 'The one is what the other is divided by, so it is part of it.',
} as const

type Kind = keyof typeof sentences

export interface Caution {
  readonly kind: Kind
  readonly explanation: string
}

/** Those that hold, in the order of the enum. */
export function cautionsOf(x: UsedColumn, y: UsedColumn): readonly Caution[] {
  const [one, other] = [x.indicator, y.indicator]
  const holds: Readonly<Record<Kind, boolean>> = {
    NO_CAUSE: true,
    AREAS_ARE_NOT_PEOPLE: true,
    DIFFERENT_PERIODS: x.period !== y.period,
    BOTH_COUNT: one.kind === 'COUNT' && other.kind === 'COUNT',
    SAME_DENOMINATOR: one.weight !== null && one.weight === other.weight,
    ONE_DIVIDES_THE_OTHER: divides(one, other) || divides(other, one),
  }
  return (Object.keys(sentences) as Kind[])
    .filter((kind) => holds[kind])
    .map((kind) => ({ kind, explanation: sentences[kind] }))
}

const divides = ({ id }: IndicatorEntry, { weight }: IndicatorEntry): boolean => weight === id
