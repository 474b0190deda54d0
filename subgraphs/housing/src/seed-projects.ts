/**
 * Invented housing projects, about one to every two neighbourhoods: of every kind and phase, with most objections where affluence is
 * highest, and least and latest in the municipality that does not cope.
 */
import type { SyntheticArea, SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { draw } from '@samenhang/subgraph-kit/synthetic/noise'
import { Place } from '@samenhang/subgraph-kit/synthetic/place'
import type { FocusGroup, HousingProjectKind, HousingProjectPhase } from './generated/resolver-types.ts'
import type { ImportedProject } from './projects.ts'
import { focusGroups } from './recipients.ts'

/** A whole number drawn for a project: from 0 up to, not including, `below`. */
type Pick = (what: string, below: number) => number

const names: Readonly<Record<HousingProjectKind, readonly string[]>> = {
  SOCIAL_RENT: ['Nieuwbouw', 'Hof van', 'Poort van'],
  FLEX: ['Flexwonen', 'Tussenplek', 'Wisselwoningen'],
  CLUSTERED_FOR_OLDER_PEOPLE: ['Hofje', 'Thuishof', 'Woongroep'],
  CONVERSION: ['Oud kantoor', 'Oude school', 'Voormalig klooster'],
  PITCH: ['Standplaatsen', 'Woonwagenlocatie', 'Wagenpark'],
  STUDENT_HOUSING: ['Studentenhuis', 'Campus', 'Studentenflat'],
  LABOUR_MIGRANT_HOUSING: ['Logies', 'Huisvesting', 'Verblijf'],
  HOUSING_FIRST: ['Eerst een thuis', 'Housing First', 'Thuis in'],
  SHELTERED_HOUSING: ['Beschermd wonen', 'Beschut huis', 'Woonhuis'],
}

const groupsFor: Readonly<Record<HousingProjectKind, readonly (readonly FocusGroup[])[]>> = {
  SOCIAL_RENT: [
    [],
    ['STATUS_HOLDERS', 'URGENT'],
    ['HOMELESS', 'LEAVING_INSTITUTIONS'],
    ['PEOPLE_WITH_DISABILITIES'],
  ],
  FLEX: [
    ['STATUS_HOLDERS', 'STUDENTS', 'HOME_SEEKERS_IN_A_HURRY'],
    ['LABOUR_MIGRANTS'],
    ['HOMELESS', 'HOME_SEEKERS_IN_A_HURRY'],
  ],
  CLUSTERED_FOR_OLDER_PEOPLE: [['OLDER_PEOPLE'], ['OLDER_PEOPLE', 'PEOPLE_WITH_DISABILITIES']],
  CONVERSION: [
    ['STUDENTS'],
    ['STATUS_HOLDERS', 'STUDENTS'],
    ['HOMELESS', 'LEAVING_INSTITUTIONS', 'HOME_SEEKERS_IN_A_HURRY'],
  ],
  PITCH: [['TRAVELLERS']],
  STUDENT_HOUSING: [['STUDENTS']],
  LABOUR_MIGRANT_HOUSING: [['LABOUR_MIGRANTS']],
  HOUSING_FIRST: [['HOMELESS']],
  SHELTERED_HOUSING: [['LEAVING_INSTITUTIONS'], ['LEAVING_INSTITUTIONS', 'PEOPLE_WITH_DISABILITIES']],
}

const supporters = ['Stichting Voorbeeldzorg', 'Thuisbasis (verzonnen)', 'De Verzonnen Poort', 'Wijkteam']

/** Those who seldom manage without. */
const supported: readonly FocusGroup[] = [
  'HOMELESS',
  'LEAVING_INSTITUTIONS',
  'OLDER_PEOPLE',
  'PEOPLE_WITH_DISABILITIES',
]

/** In quarters since the start of the year after the newest figures: when homes of a phase are planned for. */
const planned: Readonly<Record<HousingProjectPhase, readonly [from: number, quarters: number]>> = {
  DELIVERED: [-16, 14],
  UNDER_CONSTRUCTION: [0, 5],
  PERMITTED: [2, 7],
  OBJECTIONS: [5, 8],
  PLANNED: [8, 12],
  STOPPED: [-8, 16],
}

export function inventProjects(country: SyntheticCountry): readonly ImportedProject[] {
  const numbers = new Map<string, number>()
  const projects: ImportedProject[] = []
  for (const area of country.areas) {
    if (area.level !== 'NEIGHBOURHOOD') continue
    const municipality = area.parents.municipality ?? ''
    for (const turn of [1, 2]) {
      const project = invent(country, area, turn)
      if (!project) continue
      const number = (numbers.get(municipality) ?? 0) + 1
      numbers.set(municipality, number)
      projects.push({ ...project, id: `${municipality}-${String(number).padStart(3, '0')}` })
    }
  }
  return projects
}

function invent(
  country: SyntheticCountry,
  area: SyntheticArea,
  turn: number,
): Omit<ImportedProject, 'id'> | null {
  const { seed, periods } = country
  const { code, parents } = area
  const newest = periods.at(-1) ?? 0
  const place = new Place(country, area, newest)
  const chance = (what: string) => draw(seed, code, `project ${String(turn)} ${what}`)
  const pick: Pick = (what, below) => Math.floor(chance(what) * below)
  const struggles = parents.municipality === 'GM9003'
  const chances = struggles ? [0.5, 0.05] : [0.6, 0.15]
  if (place.households < 40 || chance('is there') > (chances[turn - 1] ?? 0)) return null
  const kind = kindOf(place, pick)
  const phase = phaseOf(place, struggles, pick)
  const groups = groupsFor[kind][pick('groups', groupsFor[kind].length)] ?? []
  const arranged = chance('support') < (groups.some((group) => supported.includes(group)) ? 0.75 : 0.2)
  const homes = struggles ? 6 + pick('homes', 16) : 8 + pick('homes', 30)
  const [from, quarters] = planned[phase]
  const due = from + pick('due', quarters)
  const objections = objectionsTo(place, homes, phase, pick)
  const [views, appeals] = [pick('views', objections * 0.6 + 1), pick('appeals', objections * 0.2)]
  return {
    name: `${names[kind][pick('name', 3)] ?? ''} ${area.name}`,
    code,
    for_groups: focusGroups.filter((group) => groups.includes(group)),
    kind,
    homes,
    support_arranged: arranged,
    support_by:
      arranged && chance('named') < 0.9 ? (supporters[pick('by', supporters.length)] ?? null) : null,
    phase,
    objections,
    views: Math.min(views, objections - appeals),
    formal_objections: objections - appeals - Math.min(views, objections - appeals),
    appeals,
    objections_since:
      phase === 'OBJECTIONS' && chance('objections dated') < 0.9
        ? dayOf(newest + 1, pick('objections since', 360))
        : null,
    planned_delivery: phase === 'STOPPED' || chance('planned') < 0.95 ? quarterOf(newest + 1, due) : null,
    delivered: phase === 'DELIVERED' ? quarterOf(newest + 1, Math.min(-1, due + pick('late', 4))) : null,
  }
}

function kindOf({ is }: Place, pick: Pick): HousingProjectKind {
  const turn = pick('kind', 100)
  if (turn < 35) return 'SOCIAL_RENT'
  if (turn < 60) return 'FLEX'
  if (turn < 68 + 10 * is.greying) return 'CLUSTERED_FOR_OLDER_PEOPLE'
  if (turn < 84) return 'CONVERSION'
  const special = [
    'PITCH',
    'STUDENT_HOUSING',
    'LABOUR_MIGRANT_HOUSING',
    'HOUSING_FIRST',
    'SHELTERED_HOUSING',
  ] as const
  return special[pick('special kind', special.length)] ?? 'CONVERSION'
}

function phaseOf({ is }: Place, struggles: boolean, pick: Pick): HousingProjectPhase {
  const turn = pick('phase', 100)
  const objecting = 10 + 25 * is.affluence * is.affluence
  if (turn < objecting) return 'OBJECTIONS'
  if (turn < objecting + 8) return 'STOPPED'
  const rest = pick('phase further', 100)
  const [plannedTo, permittedTo, buildingTo] = struggles ? [60, 80, 92] : [25, 45, 72]
  if (rest < plannedTo) return 'PLANNED'
  if (rest < permittedTo) return 'PERMITTED'
  return rest < buildingTo ? 'UNDER_CONSTRUCTION' : 'DELIVERED'
}

/** Neighbours object most where affluence is high and the project large; it is in OBJECTIONS because of some. */
function objectionsTo({ is }: Place, homes: number, phase: HousingProjectPhase, pick: Pick): number {
  const most = 2 + homes * 1.6 * is.affluence * is.affluence
  const objections = pick('objections', most * (phase === 'OBJECTIONS' || phase === 'STOPPED' ? 1 : 0.25))
  return phase === 'OBJECTIONS' ? objections + 2 : objections
}

function dayOf(year: number, days: number): string {
  return new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10)
}

function quarterOf(year: number, quarters: number): string {
  return `${String(year + Math.floor(quarters / 4))}-Q${String((((quarters % 4) + 4) % 4) + 1)}`
}
