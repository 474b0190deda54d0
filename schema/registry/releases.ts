/** Releases in the registry: numbered without gaps, added one after another and never changed. What is in them is signing's and composing's. */
import { codeOf } from '@samenhang/subgraph-kit/error-code'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { Knex } from 'knex'
import { digestOf, statementIn, type Release, type SignedStatement, type SliceSource } from './release.ts'
import { isPostgres } from './sql-values.ts'

/** What is told on PostgreSQL when a release is stored; its payload is the number. */
export const releaseChannel = 'samenhang_release'

export interface Releases {
  /** The number of the newest release that is no preview; null where there is none. */
  currentNumber(): Promise<number | null>
  /** The newest release that is no preview; null where there is none. */
  current(): Promise<Release | null>
  /** Null where there is none of this number. */
  find(number: number): Promise<Release | null>
  /** The signed statements of all after `number`, in order; of all there are by default. */
  statements(after?: number): Promise<readonly SignedStatement[]>
  /** Those that are no previews and, where a number is given, came before it: the newest first, `count` at most. */
  history(count: number, before?: number): Promise<readonly PastRelease[]>
  /** The highest number, previews included; null where there is none. */
  highest(): Promise<number | null>
  /** The slices of a release, by name. */
  slices(release: Pick<Release, 'jws'>): Promise<readonly SliceSource[]>
  /**
   * Stores releases and their slices, all or none. The first must follow the highest number: false where another took it meanwhile, and nothing is
   * stored then.
   */
  add(releases: readonly Release[], slices: readonly SliceSource[]): Promise<boolean>
}

/** A release without its large texts. */
export type PastRelease = SignedStatement & Pick<Release, 'diff'>

/** What the column of numbers can hold in PostgreSQL. */
const highestNumber = 2_147_483_647

interface Row {
  readonly number: number
  readonly kind: Release['kind']
  readonly supergraph: string
  readonly api: string
  readonly diff: string
  readonly report: string
  readonly statement: string
  readonly key_id: string
}

const newest = "(select max(number) from release where kind <> 'preview')"

export function releasesIn(database: Database): Releases {
  const one = async (where: string, parameters: readonly unknown[] = []): Promise<Release | null> => {
    const [row] = await database.all<Row>(`select * from release where ${where}`, parameters)
    return row ? releaseOf(row) : null
  }
  const number = async (sql: string): Promise<number | null> => {
    const [row] = await database.all<{ number: number | null }>(sql)
    return row?.number ?? null
  }
  return {
    currentNumber: () => number(`select ${newest} as number`),
    current: () => one(`number = ${newest}`),
    find: async (wanted) => (wanted > highestNumber ? null : one('number = ?', [wanted])),
    async statements(after = -1) {
      const rows = await database.all<Row>(
        'select number, kind, statement, key_id from release where number > ? order by number',
        [after],
      )
      return rows.map(signedOf)
    },
    async history(count, before = highestNumber) {
      const rows = await database.all<Row>(
        "select number, kind, statement, key_id, diff from release where kind <> 'preview' and number < ? order by number desc limit ?",
        [Math.min(before, highestNumber), count],
      )
      return rows.map((row) => ({ ...signedOf(row), diff: row.diff }))
    },
    highest: () => number('select max(number) as number from release'),
    async slices(release) {
      const { slices } = statementIn(release)
      const rows = await database.all<{ digest: string; sdl: string }>(
        `select digest, sdl from slice where ${database.among('digest')}`,
        [database.keys(slices.map(({ digest }) => digest))],
      )
      const texts = new Map(rows.map(({ digest, sdl }) => [digest, sdl]))
      return slices.map(({ name, url, file, digest }) => {
        const sdl = texts.get(digest)
        if (sdl === undefined) throw new Error(`The registry lacks the slice ${name} of digest ${digest}`)
        return { name, url, file, sdl }
      })
    },
    async add(releases, slices) {
      try {
        await database.transact((transaction) => store(transaction, releases, slices))
        return true
      } catch (error) {
        if (error instanceof NotNext || isTaken(error)) return false
        throw error
      }
    },
  }
}

/** The number is not the one after the highest. */
class NotNext extends Error {}

async function store(
  transaction: Knex.Transaction,
  releases: readonly Release[],
  slices: readonly SliceSource[],
): Promise<void> {
  // What is written first takes the lock of SQLite: nobody else adds a release between the reads and writes below.
  for (const { sdl } of slices)
    await transaction('slice')
      .insert({ digest: digestOf(sdl), sdl })
      .onConflict('digest')
      .ignore()
  for (const release of releases) {
    const [row] = await transaction('release').max<{ highest: number | null }[]>('number as highest')
    if (release.number !== (row?.highest ?? -1) + 1) throw new NotNext()
    await transaction('release').insert(rowOf(release))
  }
  const last = releases.at(-1)
  if (last && isPostgres(transaction))
    await transaction.raw('select pg_notify(?, ?)', [releaseChannel, String(last.number)])
}

/** The primary key of a release, which another has written at this moment. */
function isTaken(error: unknown): boolean {
  return ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT', '23505'].includes(codeOf(error))
}

function rowOf({
  number,
  kind,
  supergraph,
  api,
  diff,
  report,
  jws,
  keyId,
}: Release): Row & { made_at: string } {
  const { madeAt } = statementIn({ jws })
  return { number, kind, made_at: madeAt, supergraph, api, diff, report, statement: jws, key_id: keyId }
}

function signedOf({ number, kind, statement, key_id }: Row): SignedStatement {
  return { number, kind, jws: statement, keyId: key_id }
}

function releaseOf(row: Row): Release {
  const { supergraph, api, diff, report } = row
  return { ...signedOf(row), supergraph, api, diff, report }
}
