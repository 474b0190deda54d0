/** Projects as signals are found in them, each with the municipality that it lies in. */
import type { AreaInput, Parents, ProjectDetail } from './inputs.ts'
import type { FocusGroup } from './vocabulary.ts'

/** What is kept of a project that is neither delivered nor stopped. */
export interface SignalProject {
  readonly id: string
  readonly name: string
  readonly homes: number
  readonly forGroups: readonly FocusGroup[]
  readonly supportArranged: boolean
  readonly objections: number
  readonly objectionsSince: string | null
  /** Whether objections hold it up. */
  readonly isHeldUp: boolean
  /** The day of the file that says all this, ISO 8601. */
  readonly knownOn: string
  readonly synthetic: boolean
}

export interface PlacedProject {
  readonly area: Parents & { readonly municipality: string }
  readonly project: SignalProject
}

const ended: ReadonlySet<string> = new Set(['DELIVERED', 'STOPPED'])

/** A project in an area that nobody knows is left out: nobody could ask for it. */
export function signalProjects(
  areas: readonly AreaInput[],
  projects: readonly ProjectDetail[],
): readonly PlacedProject[] {
  const byCode = new Map(areas.map((area) => [area.code, area]))
  return projects.flatMap((given) => {
    const area = byCode.get(given.area.code)
    if (!area || ended.has(given.phase)) return []
    const { country, province, district, municipality } = area
    if (municipality === null) return []
    const { id, name, homes, forGroups, supportArranged, objections, objectionsSince, source } = given
    return [
      {
        area: { country, province, municipality, district },
        project: {
          ...{ id, name, homes, forGroups, supportArranged, objections, objectionsSince },
          isHeldUp: given.phase === 'OBJECTIONS',
          knownOn: source.retrievedAt.slice(0, 10),
          synthetic: source.synthetic,
        },
      },
    ]
  })
}
