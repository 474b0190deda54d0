/** Invented incomes of people and households: they rise with affluence and the years; need falls with affluence. */
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'

export function incomes(place: Place) {
  const { inhabitants, households, ages, yearsOn } = place
  const { affluence, students } = place.is
  const recipients = Math.min(inhabitants, place.some('recipients', inhabitants - ages.to15, 0.95, 0.03))
  const rise = 1 + 0.04 * yearsOn
  const need = (1 - affluence) * (1 - affluence)
  const lowIncome = place.some('lowIncome', households, 0.012 + 0.2 * need, 0.15)
  const socialMinimum = Math.round(0.93 * lowIncome)
  const upTo110 = socialMinimum + place.some('upTo110', households, 0.008 + 0.1 * need)
  return {
    recipients,
    income: recipients * rise * (20_000 + 32_000 * affluence - 4_000 * students) * place.vary('income', 0.06),
    lowestPersons: place.some('lowestPersons', recipients, 0.63 - 0.42 * affluence + 0.1 * students, 0.06),
    highestPersons: place.some('highestPersons', recipients, 0.005 + 0.34 * affluence, 0.08),
    poor: place.some('poor', inhabitants, 0.008 + 0.085 * need),
    nearlyPoor: place.some('nearlyPoor', inhabitants, 0.02 + 0.14 * need),
    householdIncome:
      households *
      rise *
      (20_500 + 19_500 * affluence - 2_000 * students) *
      place.vary('household income', 0.05),
    lowestHouseholds: place.some(
      'lowestHouseholds',
      households,
      0.65 - 0.46 * affluence + 0.12 * students,
      0.06,
    ),
    highestHouseholds: place.some(
      'highestHouseholds',
      households,
      -0.01 + 0.38 * affluence - 0.05 * students,
      0.08,
    ),
    lowIncome,
    socialMinimum,
    upTo110,
    upTo120: upTo110 + place.some('upTo120', households, 0.01 + 0.08 * need),
    // The median of a larger area is taken as the average of its neighbourhoods' medians.
    wealth:
      households *
      (1 + 0.09 * yearsOn) *
      (310_000 * affluence * affluence - 20_000) *
      place.vary('wealth', 0.15),
  }
}
