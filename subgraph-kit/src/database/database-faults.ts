/**
 * What a fault of a database comes out as: a HubError that names the subgraph, what happened and what to do, by the code that SQLite, PostgreSQL
 * or the network gave. What is no fault of the database itself stays what it is.
 */
import { damaged, DatabaseLost } from './database-loss.ts'
import { codeOf } from '../errors/error-code.ts'
import { HubError } from '../errors/errors.ts'

/** The settings that say where a database is, as its faults name them. */
export interface PlaceSettings {
  readonly folder: string
  readonly url: string
}

const usual: PlaceSettings = { folder: 'HUB_DATA_DIR', url: 'DATABASE_URL' }

type Remedy = string | ((settings: PlaceSettings) => string)

/** Faults of a database by the beginning of its own error code: what happened, and what to do. */
const faults: readonly (readonly [codes: RegExp, problem: string, remedy: Remedy])[] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'is locked by another process',
    'Wait until the import or refresh that is running has ended.',
  ],
  [/^(SQLITE_FULL|53100|ENOSPC)/, 'cannot grow: the disk is full', 'Free space and try again.'],
  [
    /^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR)|E[A-Z]+$)/,
    'cannot be opened or written',
    ({ folder }) => `Check that its folder exists and can be written, or set ${folder} to another.`,
  ],
  [
    /^57014/,
    'takes too long to answer',
    'Try again when it has less to do, or set HUB_STATEMENT_SECONDS to more.',
  ],
  [
    // 55000: the database is there and takes no connections.
    /^(08|57P|28|3D|53|55000|ECONN|ENOTFOUND|ETIMEDOUT)/,
    'does not answer',
    ({ url }) => `Check ${url} and that PostgreSQL runs.`,
  ],
]

/** What the client libraries say without a code. */
const lostConnection = /timeout|terminated|not queryable|ended unexpectedly/i

export function translateFault(
  name: string,
  location: string,
  error: unknown,
  settings: PlaceSettings = usual,
): unknown {
  if (error instanceof HubError) return error
  const code = codeOf(error)
  // Tables are made at the opening: one that is not there was lost since.
  const lacksTable =
    code === 'SQLITE_ERROR' && error instanceof Error && error.message.startsWith('no such table')
  if (lacksTable || /^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new DatabaseLost(name, location, damaged(name))
  const network =
    /^(ECONN|ENOTFOUND|ETIMEDOUT|EHOST|ENET|EAI_)/.test(code) ||
    (error instanceof Error && lostConnection.test(error.message) && !code)
  const fault = network ? faults.at(-1) : faults.find(([codes]) => codes.test(code))
  if (!fault) return error
  const [, problem, remedy] = fault
  const advice = typeof remedy === 'string' ? remedy : remedy(settings)
  return new HubError('DATABASE_UNAVAILABLE', `The database of ${name} (${location}) ${problem}. ${advice}`, {
    subgraph: name,
  })
}
