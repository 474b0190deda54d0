/**
 * What asks for attention in a municipality, each by a rule with its figures: waits that rise, objections that stay open, homes without
 * support, groups of which nobody is known to be housed. A rule that lacks a figure finds nothing, and counts that it could not tell.
 */
import type { GroupCompetition } from './results.ts'
import type { SignalProject } from './signal-projects.ts'
import type { SignalFigureName, SignalKind } from './generated/resolver-types.ts'
import { focusGroups, type FocusGroup } from './vocabulary.ts'

/** What a municipality has of one year. */
export interface YearOfMunicipality {
  readonly code: string
  readonly period: number
  readonly competition: readonly GroupCompetition[]
}

export interface ProjectOfMunicipality {
  readonly municipality: string
  readonly project: SignalProject
}

export interface SignalFigure {
  readonly figure: SignalFigureName
  readonly period: number | null
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

export interface Signal {
  /** In the order of the rules, then by municipality, then by group or project. */
  readonly id: string
  readonly kind: SignalKind
  readonly code: string
  readonly group: FocusGroup | null
  readonly projects: readonly string[]
  readonly isCertain: boolean
  readonly explanation: string
  readonly figures: readonly SignalFigure[]
}

export interface SignalRule {
  readonly kind: SignalKind
  readonly rule: string
  readonly found: number
  /** Cases that lack a figure that the rule needs. */
  readonly undetermined: number
}

interface Findings {
  readonly signals: readonly Signal[]
  readonly undetermined: number
}

/** Objections that are open for longer are told. */
const mostMonthsOpen = 6

const rules: readonly {
  readonly kind: SignalKind
  readonly rule: string
  find(years: readonly YearOfMunicipality[], projects: readonly ProjectOfMunicipality[]): Findings
}[] = [
  {
    kind: 'WAIT_UP_TWO_YEARS',
    rule: 'The median wait of the households of a group that seek a home is higher in the newest year than the year before, and was higher then than the year before that.',
    find: waitsThatRise,
  },
  {
    kind: 'OBJECTIONS_OVER_HALF_A_YEAR',
    rule: `Objections to a project that is neither delivered nor stopped were open for over ${mostMonthsOpen} months on the day of the file that says so.`,
    find: (_, projects) => objectionsOpen(projects),
  },
  {
    kind: 'HOMES_WITHOUT_SUPPORT',
    rule: 'Homes are planned for focus groups, in projects that are neither delivered nor stopped, and no support for those who will live there is arranged.',
    find: (_, projects) => withoutSupport(projects),
  },
  {
    kind: 'NONE_KNOWN_TO_BE_HOUSED',
    rule: 'Households of a group seek a home, and no home is known to have been let to the group in the newest year: none was, or the number is withheld, of which none is one that it may be.',
    find: noneHoused,
  },
]

export const signalKinds = rules.map(({ kind }) => kind)

/** Years are the newest three of each municipality at least. */
export function findSignals(
  years: readonly YearOfMunicipality[],
  projects: readonly ProjectOfMunicipality[],
  kinds: readonly SignalKind[] = signalKinds,
): { readonly signals: readonly Signal[]; readonly rules: readonly SignalRule[] } {
  const found = rules
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, rule, find }) => ({ kind, rule, ...find(years, projects) }))
  return {
    signals: found.flatMap(({ signals }) => signals).sort((one, other) => (one.id < other.id ? -1 : 1)),
    rules: found.map(({ kind, rule, signals, undetermined }) => ({
      ...{ kind, rule, undetermined },
      found: signals.length,
    })),
  }
}

function waitsThatRise(years: readonly YearOfMunicipality[]): Findings {
  let undetermined = 0
  const signals: Signal[] = []
  for (const [code, own] of byMunicipality(years)) {
    const newest = Math.max(...own.keys())
    for (const group of focusGroups) {
      const waits = [2, 1, 0].map((back) => {
        const year = own.get(newest - back)
        return year?.competition.find((entry) => entry.group === group)?.medianMonthsWaiting ?? null
      })
      const [first, second, third] = waits
      if (first == null || second == null || third == null) {
        if (waits.some((wait) => wait !== null)) undetermined += 1
      } else if (first < second && second < third) {
        signals.push({
          ...signalOf('WAIT_UP_TWO_YEARS', code, { group }),
          explanation: `The median wait rose from ${first} months in ${newest - 2} to ${second} in ${newest - 1} and ${third} in ${newest}.`,
          figures: [first, second, third].map((wait, at) => exactly('MONTHS_WAITING', wait, newest - 2 + at)),
        })
      }
    }
  }
  return { signals, undetermined }
}

function objectionsOpen(projects: readonly ProjectOfMunicipality[]): Findings {
  const open = projects.filter(({ project }) => project.isHeldUp || project.objectionsSince !== null)
  const signals = open.flatMap(({ municipality, project }) => {
    const { id, name, objections, objectionsSince: since, knownOn } = project
    if (since === null || monthsAfter(since, mostMonthsOpen) >= knownOn) return []
    const days = Math.round((Date.parse(knownOn) - Date.parse(since)) / 86_400_000)
    return [
      {
        ...signalOf('OBJECTIONS_OVER_HALF_A_YEAR', municipality, { projects: [id] }),
        explanation: `Objections to ${name} (${id}) were open since ${since}, ${days} days, on ${knownOn}.`,
        figures: [exactly('DAYS_OPEN', days), exactly('OBJECTIONS', objections)],
      },
    ]
  })
  return { signals, undetermined: open.filter(({ project }) => project.objectionsSince === null).length }
}

function withoutSupport(projects: readonly ProjectOfMunicipality[]): Findings {
  const forGroups = projects.filter(({ project }) => project.forGroups.length > 0)
  const codes = [...new Set(forGroups.map(({ municipality }) => municipality))]
  const homesOf = (some: readonly ProjectOfMunicipality[]) =>
    some.reduce((sum, { project }) => sum + project.homes, 0)
  const signals = codes.flatMap((code) => {
    const own = forGroups.filter(({ municipality }) => municipality === code)
    const without = own.filter(({ project }) => !project.supportArranged)
    if (without.length === 0) return []
    const [homes, all] = [homesOf(without), homesOf(own)]
    return [
      {
        ...signalOf('HOMES_WITHOUT_SUPPORT', code, {
          projects: without.map(({ project }) => project.id).sort(),
        }),
        explanation: `No support is arranged for ${homes} of ${all} homes planned for focus groups, in ${without.length} of ${own.length} projects.`,
        figures: [exactly('HOMES_WITHOUT_SUPPORT', homes), exactly('HOMES_PLANNED', all)],
      },
    ]
  })
  return { signals, undetermined: 0 }
}

function noneHoused(years: readonly YearOfMunicipality[]): Findings {
  let undetermined = 0
  const signals: Signal[] = []
  for (const [code, own] of byMunicipality(years)) {
    const newest = own.get(Math.max(...own.keys()))
    for (const { group, queue, housed, chance, missing } of newest?.competition ?? []) {
      if (!newest || !queue || (housed !== null && housed > 0)) continue
      const isWithheld = missing.some(({ field, reason }) => field === 'housed' && reason === 'SUPPRESSED')
      if (housed === null && !isWithheld) {
        undetermined += 1
        continue
      }
      const { period } = newest
      const certain = housed === 0
      signals.push({
        ...signalOf('NONE_KNOWN_TO_BE_HOUSED', code, { group, isCertain: certain }),
        explanation: certain
          ? `${queue} households seek a home; none was let to the group in ${period}.`
          : `${queue} households seek a home; how many were let to the group in ${period} is withheld, and may be none.`,
        figures: [
          exactly('HOUSEHOLDS', queue, period),
          { figure: 'CHANCE', period, ...chance, lower: certain ? chance.lower : 0 },
        ],
      })
    }
  }
  return { signals, undetermined }
}

function byMunicipality(
  years: readonly YearOfMunicipality[],
): ReadonlyMap<string, ReadonlyMap<number, YearOfMunicipality>> {
  const byCode = new Map<string, Map<number, YearOfMunicipality>>()
  for (const year of years) {
    const own = byCode.get(year.code) ?? new Map<number, YearOfMunicipality>()
    byCode.set(year.code, own.set(year.period, year))
  }
  return byCode
}

function signalOf(
  kind: SignalKind,
  code: string,
  about: Partial<Pick<Signal, 'group' | 'projects' | 'isCertain'>>,
): Omit<Signal, 'explanation' | 'figures'> {
  const { group = null, projects = [], isCertain = true } = about
  const last = group === null ? (projects[0] ?? '') : String(focusGroups.indexOf(group)).padStart(2, '0')
  const id = `${rules.findIndex((rule) => rule.kind === kind)} ${code} ${last}`
  return { id, kind, code, group, projects, isCertain }
}

function exactly(figure: SignalFigureName, value: number, period: number | null = null): SignalFigure {
  return { figure, period, value, lower: value, upper: value }
}

/** The same day so many months later, ISO 8601; the last day of a month that is shorter. */
function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCMonth() + months
  date.setUTCMonth(wanted)
  if (date.getUTCMonth() !== wanted % 12) date.setUTCDate(0)
  return date.toISOString().slice(0, 10)
}
