/** The resolvers of the outlook: computed when it is asked, from the needs that are kept by year. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { outlook, outlookMethod } from './outlook.ts'
import type { SeriesLoaders } from './series-store.ts'

/** Years ahead of the newest figures, at most. */
const mostYearsAhead = 10

export const areaOutlook = {
  async outlook(
    { code }: { readonly code: string },
    { until }: { readonly until: number },
    { needSeries }: SeriesLoaders,
  ) {
    const series = await needSeries(code)
    const years = series?.map((entry) => ('need' in entry ? entry : { period: entry.period, need: null }))
    const newest = years?.findLast(({ need }) => need !== null)
    if (!years || !newest?.need) return null
    const { period, need } = newest
    if (until <= period || until > period + mostYearsAhead)
      throw new HubError(
        'BAD_ARGUMENT',
        `until is ${until}; it must be from ${period + 1} to ${period + mostYearsAhead}, for the newest figures of ${code} are of ${period}.`,
      )
    return {
      until,
      isExtrapolation: true,
      method: outlookMethod,
      groups: outlook(
        years.filter((year) => year.period <= period),
        until,
      ),
      computedAt: need.computedAt,
      stale: need.stale,
    }
  },
}
