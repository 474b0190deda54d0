/** The refusal of a table that is too large, with what it would hold and how to ask for less. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { formats, mostRows, rowsThatFit, type Format } from './formats.ts'
import type { OpenedTable } from './read-table.ts'

/** Objects that the graph reads for one table. */
export const mostObjects = 20_000_000

/** Throws HubError TABLE_TOO_LARGE. `address` is the path and the query string that were asked; the example is on it. */
export function refuseTooLarge(
  { rows, objects, isExact }: OpenedTable['estimate'],
  format: Format,
  columns: number,
  address: { readonly path: string; readonly search: string },
): void {
  const most = rowsThatFit(format, columns)
  const limit = rowsWithin(most, { rows, objects })
  if (rows <= most && objects <= mostObjects) return
  const wider = rows <= mostRows && objects <= mostObjects ? formats.get('csv') : undefined
  const example = wider ? inFormat(address, format.suffix, wider.suffix) : limited(address, limit)
  const about = isExact ? '' : 'about '
  throw new HubError(
    'TABLE_TOO_LARGE',
    `The table has ${about}${rows.toLocaleString('en')} rows, for which the graph reads ${objects.toLocaleString('en')} objects at most; as ${format.suffix} it may have ${limit.toLocaleString('en')} rows. Ask for less by the arguments of the operation, for the first rows by \`limit\`, or in another format.`,
    {
      ...{ rows, objects, isExact, limit, objectLimit: mostObjects },
      ...(example !== undefined && { example }),
    },
  )
}

function rowsWithin(
  most: number,
  { rows, objects }: { readonly rows: number; readonly objects: number },
): number {
  return Math.max(1, Math.min(most, Math.floor((rows * mostObjects) / Math.max(1, objects))))
}

function inFormat(
  { path, search }: { path: string; search: string },
  from: string,
  to: string,
): string | undefined {
  return path.endsWith(`.${from}`) ? `${path.slice(0, -from.length)}${to}${search}` : undefined
}

function limited({ path, search }: { path: string; search: string }, limit: number): string {
  const parameters = new URLSearchParams(search)
  parameters.set('limit', String(limit))
  return `${path}?${parameters.toString()}`
}
