/**
 * Invented tasks of status holders: as the law divides them, by inhabitants, and a number realised that differs by municipality. GM9002 is
 * ahead and GM9003 falls behind, as with homes.
 */
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { peopleOf } from '@samenhang/subgraph-kit/synthetic/country'
import { deviation } from '@samenhang/subgraph-kit/synthetic/noise'
import { halfOf, halfYearOf, yearOf } from './half-years.ts'
import type { TaskLine } from './status-holder-tasks-format.ts'

/** Status holders to be housed in a half-year, of all inhabitants. */
const rate = 0.00075

export function inventTasks({ seed, areas, periods }: SyntheticCountry): readonly TaskLine[] {
  const halves = periods.flatMap((year) => [halfOf(`${String(year)}-H1`), halfOf(`${String(year)}-H2`)])
  return areas
    .filter(({ level }) => level === 'MUNICIPALITY')
    .flatMap((area) => {
      const { code } = area
      const effort = effortOf(seed, code)
      let arrears = Math.round(0.3 * rate * peopleOf(area, periods[0] ?? 0).inhabitants)
      return halves.map((half): TaskLine => {
        const { inhabitants } = peopleOf(area, yearOf(half))
        const task = Math.round(inhabitants * rate * (1 + 0.25 * deviation(seed, 'NL99', 'task', half)))
        const owed = Math.max(0, task + 0.3 * arrears)
        const realised = Math.round(owed * effort * (1 + 0.2 * deviation(seed, code, 'realised', half)))
        arrears += task - realised
        return { half_year: halfYearOf(half), code, task, realised, correction: 0, arrears }
      })
    })
}

function effortOf(seed: number, code: string): number {
  if (code === 'GM9002') return 1.06
  return code === 'GM9003' ? 0.72 : 0.92 + 0.2 * deviation(seed, code, 'effort')
}
