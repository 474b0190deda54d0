/**
 * How many people of each group there are in one place and year, and how many of their households seek a home: made here once, for every
 * domain that counts some of the groups and for who needs all of them together. More where homes are scarce: little affluence, much city,
 * later years.
 */
import { oncePerPlace, type Place } from './place.ts'

export interface Seekers {
  readonly persons: number
  readonly households: number
}

export function scarcityOf({ is: { affluence, urbanity }, yearsOn }: Place): number {
  return (1 - affluence) * (0.6 + 0.8 * urbanity) * (1 + 0.05 * yearsOn)
}

export const seekersIn = oncePerPlace((place: Place) => {
  const { inhabitants, households, ages } = place
  const { affluence, urbanity, diversity, students } = place.is
  const scarcity = scarcityOf(place)
  const some = (name: string, total: number, rate: number, spread?: number) =>
    place.some(name, total, rate, spread)
  const homeless = some('homeless', inhabitants, 0.003 * scarcity, 0.6)
  const urgent = some('urgency decided', households, 0.003 * scarcity, 0.5)
  const hurried = some('urgent', households, 0.008 * scarcity, 0.5)
  // A caravan site stands in one neighbourhood of six or so.
  const site = place.own('caravan site', 1) > 1.3 && urbanity < 0.75
  const caravans = site ? some('caravans', inhabitants, 0.025, 0.6) : 0
  const leaving = some('leaving', inhabitants, 0.0003 + 0.0015 * scarcity, 0.6)
  const older = some('older', ages.older, 0.05 + 0.05 * scarcity)
  const disabled = some('disabled', inhabitants, 0.025 + 0.03 * (1 - affluence))
  const studying = some('studying', ages.to25, 0.2 + 0.5 * students)
  const rate = 0.004 + 0.022 * diversity + 0.004 * (1 - urbanity)
  const migrants = some('labour migrants', inhabitants, rate, 0.5)
  const statusHolders = some('status holders', inhabitants, 0.003 + 0.009 * diversity, 0.5)
  const seekers = (persons: number, seeking: number): Seekers => ({ persons, households: seeking })
  return {
    HOMELESS: seekers(homeless, some('homeless households', homeless, 0.85, 0.1)),
    URGENT: seekers(Math.round(urgent * 2.1), urgent),
    HOME_SEEKERS_IN_A_HURRY: seekers(Math.round(hurried * 1.9), hurried),
    TRAVELLERS: seekers(caravans, some('caravan households', caravans, 0.22, 0.3)),
    LEAVING_INSTITUTIONS: seekers(leaving, some('leaving households', leaving, 0.9, 0.1)),
    OLDER_PEOPLE: seekers(older, some('older households', older, 0.1 + 0.16 * scarcity, 0.3)),
    PEOPLE_WITH_DISABILITIES: seekers(
      disabled,
      some('disabled households', disabled, 0.012 + 0.03 * scarcity, 0.4),
    ),
    STUDENTS: seekers(
      studying,
      some('seeking a room', studying, 0.012 + 0.045 * urbanity * (0.4 + scarcity), 0.4),
    ),
    LABOUR_MIGRANTS: seekers(migrants, some('seeking a home', migrants, 0.04 + 0.13 * scarcity, 0.4)),
    STATUS_HOLDERS: seekers(
      statusHolders,
      some('status holder households', statusHolders, 0.07 + 0.17 * scarcity, 0.4),
    ),
  }
})

/** The seekers of one group, and how many of their households began to seek in this year. */
export function withInflow(place: Place, seekers: Seekers, rate: number, name: string) {
  return { ...seekers, inflow: place.some(name, seekers.households, rate, 0.1) }
}
