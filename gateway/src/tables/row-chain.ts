/**
 * Which lists make rows: the lists within each other of which the operation selects no two beside each other. Where it does, `@row` says which one,
 * and the others go into cells with `@join`.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { listsIn, placesIn, type Place } from './places.ts'
import type { SelectedField } from './selection.ts'

/** The lists, the outermost first. Throws HubError TABLE_AMBIGUOUS, naming the lists and the remedy. */
export function rowChain(fields: readonly SelectedField[]): readonly Place[] {
  const chain: Place[] = []
  let lists = listsIn(placesIn(fields))
  while (lists.length > 0) {
    const [first] = lists
    const marked = lists.filter(hasRow)
    const list = lists.length === 1 ? first : marked.length === 1 ? marked[0] : undefined
    const others = lists.filter((other) => other !== list)
    if (!list || others.length > 0) throw ambiguous(list ? [list, ...others] : lists, chain)
    chain.push(list)
    lists = listsIn(placesIn(list.field.children, list))
    if (isMarked(list) && lists.length > 0 && !lists.some(hasRow))
      throw new HubError(
        'TABLE_AMBIGUOUS',
        `\`${pathOf(list, chain.slice(0, -1))}\` makes the rows (@row), and within it lies the list ${lists.map((inner) => `\`${pathOf(inner, chain)}\``).join(', ')}. Put @join(separator: ";") on that to have it in a cell, or take it out.`,
        { paths: lists.map((inner) => pathOf(inner, chain)) },
      )
  }
  return chain
}

/** Whether `@row` is on this list, its connection or a list within it. */
function hasRow({ field, connection }: Pick<Place, 'field' | 'connection'>): boolean {
  const within = (fields: readonly SelectedField[]): boolean =>
    fields.some((inner) => inner.makesRows || within(inner.children))
  return isMarked({ field, connection }) || within(field.children)
}

function isMarked({ field, connection }: Pick<Place, 'field' | 'connection'>): boolean {
  return field.makesRows || connection?.field.makesRows === true
}

function ambiguous(lists: readonly Place[], chain: readonly Place[]): HubError {
  const paths = lists.map((list) => pathOf(list, chain))
  const named = paths.map((path) => `\`${path}\``).join(' and ')
  return new HubError(
    'TABLE_AMBIGUOUS',
    `Two lists stand beside each other: ${named}. Put @row on the list that makes the rows and @join(separator: ";") on each list that goes into a cell, or ask for them apart.`,
    { paths },
  )
}

/** The path of the list in the operation, by response keys. */
function pathOf({ keys }: Place, chain: readonly Place[]): string {
  return [...chain.flatMap((list) => list.keys), ...keys].join('.')
}
