/** What a file of figures says of itself: what each indicator means, where the figures are from and how they are cited. */
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import { citationOf } from '../tables/citation.ts'
import type { Json } from '../tables/rows.ts'
import type { FigureSource } from './read-figures.ts'
import type { KeyValues } from './write-figures.ts'

export function figureMetadata(
  title: string,
  {
    indicators,
    sources,
    periods,
  }: {
    readonly indicators: readonly Indicator[]
    readonly sources: readonly FigureSource[]
    readonly periods: readonly number[]
  },
): KeyValues {
  const origins = sources.flatMap((source) => periods.map((period) => ({ period, source: source as Json })))
  const only = periods.length === 1 ? origins : origins.map(({ source }) => ({ period: null, source }))
  const citation = citationOf(`Figures of areas: ${title}`, only, {
    address: '/figures.json',
    snapshot: undefined,
  })
  const meanings = indicators.map(({ id, label, unit, scale, description, breaks, source, columns }) => ({
    ...{ id, label, unit, scale, definition: description, statistics: source, columns },
    breaks: breaks.map(({ period, note }) => ({ period, note })),
  }))
  return [
    ['title', title],
    ['indicators', JSON.stringify(meanings)],
    ['sources', JSON.stringify(sources)],
    ['citation', citation.text],
    ['citation_cff', JSON.stringify(citation.cff)],
  ]
}
