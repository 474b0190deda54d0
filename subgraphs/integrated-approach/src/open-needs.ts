/**
 * What is missing for a person between domains, told from what four of them keep: rules only, each of which a reader can check against
 * the records. Nothing is estimated, and nothing of it is kept. A record that is absent says nothing, so no rule that needs it speaks.
 */
import type { ExamPart, IntegrationRoute, OpenNeed, Person } from './generated/resolver-types.ts'

/** How long before the end of the term a missing part of the examination is a need, in months. */
const monthsBeforeDeadline = 6

/** The parts of the examination that a route asks (Wet inburgering 2021). The Z-route has none of language. */
const languageAndSociety = ['READING', 'LISTENING', 'WRITING', 'SPEAKING', 'SOCIETY'] as const
const partsOf: Readonly<Record<IntegrationRoute, readonly ExamPart[]>> = {
  B1: [...languageAndSociety, 'LABOUR_MARKET_MODULE'],
  EDUCATION: languageAndSociety,
  SELF_RELIANCE: ['LABOUR_MARKET_MODULE'],
}

/** Where nobody has a home. */
const withoutHome: readonly unknown[] = [
  'STREET',
  'ASYLUM_CENTRE',
  'HOMELESS_SHELTER',
  'HOLIDAY_PARK',
  'STAYING_WITH_ACQUAINTANCES',
  'INSTITUTION',
]

/** A home of one's own, whether or not it suits; of OTHER that is not known. */
const atHome: readonly unknown[] = ['SUITABLE_HOME', 'OWN_DWELLING_UNSUITABLE', 'STUDENT_ROOM']

export type Records = Partial<Pick<Person, 'housing' | 'care' | 'labourMarket' | 'integration'>>

/** The needs on this day (ISO 8601), in the order of the enum. */
export function openNeeds(records: Records, today: string): OpenNeed[] {
  return [supportMissing, homeMissing, benefitMissing, deadlineNear].flatMap(
    (rule) => rule(records, today) ?? [],
  )
}

type Rule = (records: Records, today: string) => OpenNeed | null

const supportMissing: Rule = ({ housing, care }) => {
  if (!housing?.situation || !atHome.includes(housing.situation)) return null
  const activeCare = activeKinds(care)
  const waits = (care?.waitingFor ?? []).filter(({ kind }) => !activeCare.includes(kind))
  if (waits.length === 0) return null
  const since = later(earliest(waits.map((wait) => wait.since)), housing.since)
  return { kind: 'SUPPORT_MISSING', domains: ['HOUSING', 'CARE'], since }
}

const homeMissing: Rule = ({ housing, care }) => {
  if (!housing?.situation || !withoutHome.includes(housing.situation)) return null
  const arrangements = (care?.arrangements ?? []).filter(({ status }) => status === 'ACTIVE')
  if (arrangements.length === 0) return null
  const since = later(earliest(arrangements.map(({ from }) => from)), housing.since)
  return { kind: 'HOME_MISSING', domains: ['HOUSING', 'CARE'], since }
}

const benefitMissing: Rule = ({ labourMarket }, today) => {
  if (labourMarket?.position !== 'UNEMPLOYED' || labourMarket.incomeBand !== 'LOWEST') return null
  const benefits = labourMarket.benefits ?? []
  if (benefits.some(({ to }) => !to || to >= today)) return null
  const since =
    benefits
      .map(({ to }) => to ?? '')
      .sort()
      .at(-1) ?? null
  return { kind: 'BENEFIT_MISSING', domains: ['LABOUR_MARKET'], since }
}

const deadlineNear: Rule = ({ integration }, today) => {
  if (!integration?.route || !integration.deadline) return null
  const passed = integration.examPartsPassed ?? []
  if (partsOf[integration.route].every((part) => passed.includes(part))) return null
  const since = monthsEarlier(integration.deadline, monthsBeforeDeadline)
  return since > today ? null : { kind: 'INTEGRATION_DEADLINE_NEAR', domains: ['INTEGRATION'], since }
}

function activeKinds(care: Records['care']): readonly unknown[] {
  return (care?.arrangements ?? []).filter(({ status }) => status === 'ACTIVE').map(({ kind }) => kind)
}

/** Days are compared as text: ISO 8601 sorts as time does. */
function earliest(days: readonly (string | null | undefined)[]): string | null {
  return (
    days
      .filter((day) => typeof day === 'string')
      .sort()
      .at(0) ?? null
  )
}

function later(a: string | null | undefined, b: string | null | undefined): string | null {
  if (!a || !b) return a ?? b ?? null
  return a > b ? a : b
}

function monthsEarlier(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}
