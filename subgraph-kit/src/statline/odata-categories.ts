/**
 * Which codes a table has for the categories that are taken of its dimensions: told by the table's own lists of codes, for publishers give a
 * category another key in another table. Where a list is not served, the keys that are declared are asked for.
 */
import type { Category, DeclaredSource } from '../schema/declared-source.ts'
import { NotServed } from './odata-client.ts'
import { ImportRefused } from './table.ts'

/** The dimensions of a source as a table has them, by the first of their names. */
export type FoundDimensions = ReadonlyMap<string, FoundDimension>

interface FoundDimension {
  readonly name: string
  /** The title of each code; empty where the table does not list them. */
  readonly titles: ReadonlyMap<string, string>
}

export interface DimensionLists {
  readonly origin: string
  /** The names of the table's dimensions; null where it does not say. */
  readonly names: readonly string[] | null
  /** The title of each code of a dimension. Throws NotServed where it is not listed. */
  readonly titlesOf: (name: string) => Promise<ReadonlyMap<string, string>>
}

/** Throws ImportRefused where a dimension has none of the categories whose rows hold the figures. */
export async function findDimensions(
  { origin, names, titlesOf }: DimensionLists,
  { dimensions }: Pick<DeclaredSource, 'dimensions'>,
): Promise<FoundDimensions> {
  const found = new Map<string, FoundDimension>()
  for (const dimension of dimensions) {
    const [first = ''] = dimension.names
    const name = dimension.names.find((one) => names?.includes(one)) ?? first
    const titles = await titlesOf(name).catch((error: unknown) => {
      if (error instanceof NotServed) return new Map<string, string>()
      throw error
    })
    if (titles.size > 0 && keysOf(dimension.values, titles).length === 0) {
      const some = [...titles.values()].slice(0, 5).join(', ')
      const problem = `${name} has no category "${dimension.values.join('" or "')}"; it has ${some}`
      throw new ImportRefused(origin, problem, 'Have the domain declare the category that the table has now.')
    }
    found.set(first, { name, titles })
  }
  return found
}

/** The source with the codes that its categories have in the table. */
export function withKeys(source: DeclaredSource, found: FoundDimensions): DeclaredSource {
  const keyed = <Of extends Category>(category: Of): Of => {
    const titles = found.get(category.names[0] ?? '')?.titles ?? new Map<string, string>()
    return { ...category, values: keysOf(category.values, titles).concat(category.values) }
  }
  return {
    ...source,
    dimensions: source.dimensions.map(keyed),
    categories: new Map([...source.categories].map(([text, list]) => [text, list.map(keyed)])),
  }
}

/** A condition on each dimension, for the categories and limits that are taken. */
export function categoryFilters(
  { dimensions, categories }: Pick<DeclaredSource, 'dimensions' | 'categories'>,
  found: FoundDimensions,
): readonly string[] {
  return dimensions.map(({ names, values, lower, upper }) => {
    const { name = '', titles } = found.get(names[0] ?? '') ?? {}
    const others = [...categories.values()].flat().filter((category) => category.names[0] === names[0])
    const wanted = [values, lower, upper, ...others.map((category) => category.values)]
    const keys = wanted.flatMap((texts) =>
      titles && titles.size > 0 ? keysOf(texts, titles) : texts.slice(0, 1),
    )
    return `(${[...new Set(keys)].map((key) => `${name} eq '${key.replaceAll("'", "''")}'`).join(' or ')})`
  })
}

/** Codes as the table writes them, of those that are one of the texts by key or title, in capitals or not. */
function keysOf(texts: readonly string[], titles: ReadonlyMap<string, string>): string[] {
  const wanted = new Set(texts.map((text) => text.toLowerCase()))
  return [...titles].flatMap(([key, title]) =>
    wanted.has(key.toLowerCase()) || wanted.has(title.toLowerCase()) ? key : [],
  )
}
