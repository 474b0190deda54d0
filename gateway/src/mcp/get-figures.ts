/** `get_figures`: figures of areas, each with its unit, period and source, or why there is none. */
import { didYouMean } from '@samenhang/subgraph-kit/did-you-mean'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Kind, parse, type GraphQLSchema } from 'graphql'
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import type { AskedTable } from '../tables/asked-table.ts'
import { firstRows } from './read-rows.ts'
import { countIn, refuseUnknown, textsIn, type Arguments, type Asking, type Tool } from './tool.ts'

const most = { areas: 100, indicators: 20, rows: 500, usualRows: 200 }

/** Undefined where the graph has no figures of areas. */
export function getFigures(schema: GraphQLSchema): Tool | undefined {
  if (!schema.getQueryType()?.getFields()['areas']) return undefined
  return {
    name: 'get_figures',
    title: 'Get figures of areas',
    description:
      'Gives figures of areas: a row for each with code, name, period, indicator, value, status, unit and source. Where a value is null, status says why: it was not published, is not available, or is withheld. Never take a missing figure for zero, and name period and source where you cite one. Without a period it is the newest year that has figures.',
    inputSchema: {
      type: 'object',
      properties: {
        areas: {
          ...{ type: 'array', items: { type: 'string' }, minItems: 1, maxItems: most.areas },
          description: 'Codes of areas, from search_areas.',
        },
        indicators: {
          ...{ type: 'array', items: { type: 'string' }, minItems: 1, maxItems: most.indicators },
          description: 'Ids of indicators, from search_indicators.',
        },
        period: { type: 'integer', description: 'The year.' },
        limit: { type: 'integer', minimum: 1, maximum: most.rows, default: most.usualRows },
      },
      required: ['areas', 'indicators'],
      additionalProperties: false,
    },
    async call(given, asking) {
      refuseUnknown(given, ['areas', 'indicators', 'period', 'limit'])
      const codes = textsIn(given, 'areas', most.areas)
      const indicators = indicatorsIn(given, asking.gateway.indicators)
      const limit = countIn(given, 'limit', most.usualRows, most.rows)
      const asked = figuresTable(indicators, codes, periodIn(given))
      const { rows: all, rowsInAll, isCut } = await firstRows(asked, limit, asking)
      // An area that does not exist is a row without a code.
      const rows = all.filter(({ code }) => code !== null)
      const known = new Set(rows.map(({ code }) => code))
      return {
        figures: rows,
        figuresInAll: rowsInAll - (all.length - rows.length),
        isCut,
        ...(!isCut && { unknownAreas: codes.filter((code) => !known.has(code)) }),
        ...(isCut && { table: await addressOf(asked, asking) }),
        meaning: indicators.map(({ id, label, description, breaks }) => ({ id, label, description, breaks })),
      }
    },
  }
}

function indicatorsIn(given: Arguments, all: readonly Indicator[]): readonly Indicator[] {
  return textsIn(given, 'indicators', most.indicators).map((id) => {
    const found = all.find((indicator) => indicator.id === id)
    if (found) return found
    const asked = id.slice(0, 100)
    const ids = all.map((indicator) => indicator.id)
    throw new HubError(
      'BAD_ARGUMENT',
      `There is no indicator "${asked}".${didYouMean(asked, ids)} search_indicators finds them.`,
    )
  })
}

function periodIn({ period }: Arguments): number | null {
  if (period === undefined || period === null) return null
  if (typeof period === 'number' && Number.isInteger(period)) return period
  throw new HubError('BAD_ARGUMENT', '`period` must be a year.')
}

/** The figures of each profile together, in the long layout. */
function figuresTable(
  indicators: readonly Indicator[],
  codes: readonly string[],
  period: number | null,
): AskedTable {
  const byProfile = new Map<string, Indicator[]>()
  for (const indicator of indicators) {
    const profile = indicator.id.split('.', 1)[0] ?? ''
    byProfile.set(profile, [...(byProfile.get(profile) ?? []), indicator])
  }
  const when = period === null ? '' : '(period: $period)'
  const profiles = [...byProfile].map(
    ([profile, figures]) => `${profile}${when} { ${figures.map(({ field }) => field).join(' ')} }`,
  )
  const text = `query Figures($areas: [ID!]!${period === null ? '' : ', $period: Int'}) { areas(codes: $areas) { code name ${profiles.join(' ')} } }`
  const source = parse(text, { noLocation: true })
  return {
    ...{
      source,
      text,
      id: 'sent',
      title: 'figures',
      format: null,
      address: '',
      registered: undefined,
      snapshot: undefined,
    },
    variables: { areas: codes, ...(period !== null && { period }) },
    options: { layout: 'long', hasStatuses: true, limit: undefined },
  }
}

/** The whole, as a table that is kept for a day. */
async function addressOf(
  { source, text, variables }: AskedTable,
  { savedTables, from, base }: Asking,
): Promise<string> {
  if (source.definitions[0]?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation')
  const name = await savedTables.save(source, { text, variables }, from)
  return `${base}/q/${name}.csv?layout=long`
}
