/**
 * How far the programme's commitments and expectations are, by the figures that municipalities report to the graph: sums, how many municipalities they are
 * of, and whether that is on track. Real figures and synthetic ones are never added up.
 */
import { parentsOf } from '@samenhang/subgraph-kit/area-code'
import type { AreaInput, Inputs, ProjectInput } from './inputs.ts'
import type { Measure, Target } from './programme.ts'
import { round } from './vocabulary.ts'

export interface Progress {
  readonly realised: number | null
  readonly percent: number | null
  readonly onTrack: boolean | null
  readonly decidedBy: string
  readonly municipalitiesReporting: number
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly synthetic: boolean
}

/** What one municipality reports that counts, and of when. */
interface Report {
  readonly municipality: string
  readonly homes: number
  readonly period: string | null
  readonly synthetic: boolean
}

export function computeProgress(target: Target, inputs: Inputs, today: string): Progress {
  const all = reports[target.measure](inputs, target)
  const real = all.filter(({ synthetic }) => !synthetic)
  const counted = real.length > 0 ? real : all
  const municipalitiesReporting = new Set(counted.map(({ municipality }) => municipality)).size
  const tooMany = target.grantees !== undefined && municipalitiesReporting > target.grantees.municipalities
  const realised = counted.length === 0 || tooMany ? null : counted.reduce((sum, { homes }) => sum + homes, 0)
  const periods = counted
    .flatMap(({ period, homes }) => (period !== null && homes > 0 ? [period] : []))
    .sort()
  return {
    realised,
    percent: realised === null ? null : round((100 * realised) / target.target, 1),
    ...(tooMany ? notThose(target) : decide(target, realised, today)),
    municipalitiesReporting,
    periodFrom: periods.at(0) ?? null,
    periodTo: periods.at(-1) ?? null,
    synthetic: real.length === 0 && counted.length > 0,
  }
}

const reports: Readonly<Record<Measure, (inputs: Inputs, target: Target) => readonly Report[]>> = {
  SOCIAL_RENT_STARTED: ({ projects }) =>
    ofProjects(projects, 'SOCIAL_RENT', ['UNDER_CONSTRUCTION', 'DELIVERED']),
  FLEX_DELIVERED: ({ projects }) => ofProjects(projects, 'FLEX', ['DELIVERED']),
  GRANT_HOMES_DELIVERED: ({ areas }, { grantees }) => areas.flatMap((area) => ofGrants(area, grantees?.year)),
}

/** A municipality that reports any project reports none of a kind by not having one. */
function ofProjects(
  projects: readonly ProjectInput[],
  kind: string,
  phases: readonly string[],
): readonly Report[] {
  return projects.map((project) => ({
    municipality: parentsOf(project.area.code).municipality ?? project.area.code,
    homes: project.kind === kind && phases.includes(project.phase) ? project.homes : 0,
    period: project.delivered,
    synthetic: project.source.synthetic,
  }))
}

/** Of grants of one year: those of another year went to others, for other homes. */
function ofGrants({ code, grants }: AreaInput, of: number | undefined): readonly Report[] {
  return grants.flatMap(({ year, homesDelivered, source }) =>
    homesDelivered === null || (of !== undefined && year !== of)
      ? []
      : [{ municipality: code, homes: homesDelivered, period: String(year), synthetic: source.synthetic }],
  )
}

function decide(
  { target, window }: Target,
  realised: number | null,
  today: string,
): Pick<Progress, 'onTrack' | 'decidedBy'> {
  if (realised === null)
    return { onTrack: null, decidedBy: 'Not decided: no municipality reports to this graph.' }
  if (realised >= target) return { onTrack: true, decidedBy: 'The target is reached.' }
  if (window?.from == null || window.to === null) {
    return {
      onTrack: null,
      decidedBy:
        'Not decided: on track is a share realised at least as large as the share of the time that has passed, and the sources of this graph do not tell from which day to which day the commitment runs.',
    }
  }
  const [from, to, now] = [window.from, window.to, today].map((day) => Date.parse(day)) as [
    number,
    number,
    number,
  ]
  const passed = Math.min(1, Math.max(0, (now - from) / (to - from)))
  return {
    onTrack: realised / target >= passed,
    decidedBy: `The share realised against the share of the time from ${window.from} to ${window.to} that has passed, ${round(100 * passed, 1)} %.`,
  }
}

function notThose({ grantees }: Target): Pick<Progress, 'onTrack' | 'decidedBy'> {
  return {
    onTrack: null,
    decidedBy: `Not decided: more municipalities report a grant of ${String(grantees?.year)} than the ${String(grantees?.municipalities)} that it is of, and this graph does not know which these are.`,
  }
}

/** The progress of anything before the first refresh. */
export const unreported: Progress = {
  realised: null,
  percent: null,
  onTrack: null,
  decidedBy: 'Not decided: the figures of municipalities have not been read yet.',
  municipalitiesReporting: 0,
  periodFrom: null,
  periodTo: null,
  synthetic: false,
}
