/** `search_indicators`: which figures the graph has, by words of their names and descriptions, Dutch or English. */
import { wholeData } from '../tables/problem.ts'
import { oneLine } from '../openapi/variable-schemas.ts'
import { countIn, refuseUnknown, textIn, type Tool } from './tool.ts'

const most = { usual: 20, all: 50 }

const query = `query SearchIndicators { indicators { id unit source description label { nl en } breaks { period note } } }`

interface FoundIndicator {
  readonly id: string
  readonly label: { readonly nl: string; readonly en: string }
  readonly description: string
}

export const searchIndicators: Tool = {
  name: 'search_indicators',
  title: 'Search figures',
  description:
    'Finds the figures (indicators) that the graph has, by words of their names and descriptions in Dutch or English. Gives the id of each, which get_figures takes, with its unit, its source, what it counts and the years from which it means something else.',
  inputSchema: {
    type: 'object',
    properties: {
      words: { type: 'string', description: 'Words that all stand in the name, id or description.' },
      limit: { type: 'integer', minimum: 1, maximum: most.all, default: most.usual },
    },
    required: ['words'],
    additionalProperties: false,
  },
  async call(given, { gateway, options }) {
    refuseUnknown(given, ['words', 'limit'])
    const words = plain(textIn(given, 'words')).split(/\s+/).filter(Boolean)
    const limit = countIn(given, 'limit', most.usual, most.all)
    const { indicators } = wholeData(await gateway.execute({ query }, options)) as unknown as {
      readonly indicators: readonly FoundIndicator[]
    }
    const found = indicators
      .map((indicator) => ({ indicator, rank: rankOf(indicator, words) }))
      .filter(({ rank }) => rank > 0)
      .sort((one, other) => other.rank - one.rank)
      .map(({ indicator }) => ({ ...indicator, description: oneLine(indicator.description) }))
    return {
      indicators: found.slice(0, limit),
      found: found.length,
      isCut: found.length > limit,
      ...(found.length === 0 && { advice: 'Try fewer or other words, in Dutch or in English.' }),
    }
  },
}

/** 0 where a word is missing; more where the words stand in the label. */
function rankOf({ id, label, description }: FoundIndicator, words: readonly string[]): number {
  const names = plain(`${id} ${label.nl} ${label.en}`)
  const all = `${names} ${plain(description)}`
  if (!words.every((word) => all.includes(word))) return 0
  return 1 + words.filter((word) => names.includes(word)).length
}

/** Without capitals and diacritics, names of fields in words. */
function plain(text: string): string {
  return text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
}
