/** Invented grants: every municipality got some in 2020 and 2021, about 4,000 euro a home; how many homes followed differs. */
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { peopleOf } from '@samenhang/subgraph-kit/synthetic/country'
import { deviation, draw } from '@samenhang/subgraph-kit/synthetic/noise'
import type { GrantLine } from './grants.ts'

const schemes: ReadonlyMap<number, string> = new Map([
  [2020, 'Bijdrage huisvesting kwetsbare groepen'],
  [2021, 'Regeling huisvesting aandachtsgroepen'],
])

export function inventGrants(country: SyntheticCountry): readonly GrantLine[] {
  const { seed, areas } = country
  const municipalities = areas.filter(({ level }) => level === 'MUNICIPALITY')
  return [...schemes].flatMap(([year, scheme]) =>
    municipalities.map((area) => {
      const { code } = area
      const { households } = peopleOf(area, year)
      const homes = Math.round(4 + 0.004 * households * (1 + 0.5 * deviation(seed, code, 'grant', year)))
      const reported = draw(seed, code, 'grant not reported', year) > 0.08
      return {
        scheme,
        year,
        code,
        euro: 1_000 * Math.round(homes * 4 * (1 + 0.15 * deviation(seed, code, 'grant price', year))),
        homes_to_accelerate: homes,
        homes_delivered: reported ? Math.round(homes * deliveredShare(seed, code)) : null,
      }
    }),
  )
}

function deliveredShare(seed: number, code: string): number {
  if (code === 'GM9002') return 0.94
  return code === 'GM9003' ? 0.18 : 0.55 + 0.4 * deviation(seed, code, 'delivered')
}
