/**
 * The logs in their database. Rows are appended in one transaction, at the ends of their chains, and the
 * anchor is written before any request is answered. The store refuses to write to logs other than those it
 * wrote last: truncated, removed or replaced. Several processes may write to the same logs. What is logged is
 * decided in audit.ts.
 */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { dataDirectory } from '@samenhang/subgraph-kit/database'
import { markerFileOf, rememberStore } from '@samenhang/subgraph-kit/known-stores'
import { makeFolder } from '@samenhang/subgraph-kit/make-folder'
import { closeToOthers } from '@samenhang/subgraph-kit/private-files'
import BetterSqlite3 from 'better-sqlite3'
import { makeAnchor, openAnchor, readAnchor, type AnchorFile, type Heads } from './anchor.ts'
import { createChain, type Chain, type Head, type Values } from './chain.ts'
import { columnsOf, logs, tablesSql, type Log } from './logs.ts'

export interface LogFiles {
  readonly database: string
  readonly anchor: string
  /** A file that stays when the logs are removed: it records that there were logs. */
  readonly marker: string
}

/** How long a writer waits for its neighbours, in milliseconds. */
const busyTimeout = 2_000

/** Where the logs are: HUB_AUDIT_DIR, else the data folder; the anchor where HUB_AUDIT_ANCHOR says, else beside them. */
export function logFiles(environment: NodeJS.ProcessEnv): LogFiles {
  const from = environment['INIT_CWD'] ?? process.cwd()
  const chosen = environment['HUB_AUDIT_DIR']
  const folder = chosen ? resolve(from, chosen) : dataDirectory(environment)
  const anchor = environment['HUB_AUDIT_ANCHOR']
  return {
    database: join(folder, 'audit.sqlite'),
    anchor: anchor ? resolve(from, anchor) : join(folder, 'audit.anchor'),
    marker: markerFileOf(dataDirectory(environment), 'audit'),
  }
}

/** Rows for each log, by its name. */
export type Batch = Readonly<Record<Log['name'], readonly Values[]>>

export interface LogStore {
  /**
   * Appends what each of `begin`'s entries gives, in one transaction; `begin` and the entries may read first. An entry that throws, or whose rows
   * cannot be stored, fails alone: its error is returned at its index. Throws where nothing is stored.
   */
  append(begin: () => readonly (() => Batch)[]): readonly unknown[]
  all<LogRow>(sql: string, ...parameters: readonly unknown[]): LogRow[]
  close(): void
}

/** Opens the logs, and creates them where there are none and `mayMake`. Throws where they cannot be written or are truncated. */
export function openLogStore(files: LogFiles, key: Uint8Array, mayMake: boolean): LogStore {
  if (!mayMake && !existsSync(files.database) && !existsSync(files.anchor))
    throw new Error('The files of the logs were removed')
  makeFolder(dirname(files.database))
  const database = new BetterSqlite3(files.database, { timeout: busyTimeout })
  let anchor: AnchorFile | undefined
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    for (const part of ['', '-wal', '-shm']) closeToOthers(`${files.database}${part}`)
    const chains = new Map(logs.map((log) => [log.name, createChain(key, log.name)]))
    makeWhereNone(database, files, chains, key)
    rememberStore(files.marker)
    closeToOthers(files.anchor)
    anchor = openAnchor(files.anchor, key)
    return storeOn(database, { files, chains, anchor, anchoredHeads: readAnchor(files.anchor, key) })
  } catch (error) {
    anchor?.close()
    database.close()
    throw error
  }
}

/** Of several processes that start at once, one creates the tables and the anchor. Tables without an anchor do not get a new one. */
function makeWhereNone(
  database: BetterSqlite3.Database,
  files: LogFiles,
  chains: LogStoreParts['chains'],
  key: Uint8Array,
): void {
  database
    .transaction(() => {
      const isEmpty = database.prepare('select count(*) from sqlite_schema').pluck(true).get() === 0
      database.exec(tablesSql())
      if (!isEmpty || existsSync(files.anchor)) return
      makeFolder(dirname(files.anchor))
      makeAnchor(files.anchor, key, headsIn(database, chains))
    })
    .immediate()
}

interface LogStoreParts {
  readonly files: LogFiles
  readonly chains: ReadonlyMap<Log['name'], Chain>
  readonly anchor: AnchorFile
  readonly anchoredHeads: Heads | null
}

function storeOn(
  database: BetterSqlite3.Database,
  { files, chains, anchor, anchoredHeads }: LogStoreParts,
): LogStore {
  if (!anchoredHeads) throw new Error('The anchor of the logs is missing or was not written by this hub')
  const identity = identityOf(files)
  const appends = new Map(
    logs.map((log) => [
      log.name,
      {
        head: database.prepare(`select seq, mac from ${log.name} order by seq desc limit 1`),
        at: database.prepare(`select mac from ${log.name} where seq = ?`).pluck(true),
        insert: database.prepare(
          `insert into ${log.name} (seq, ${columnsOf(log)}, mac) values (?${', ?'.repeat(log.columns.length + 1)})`,
        ),
      },
    ]),
  )
  const reads = new Map<string, BetterSqlite3.Statement>()
  let last = anchoredHeads

  /** The current ends of the logs. Throws where they no longer hold what was written last. */
  function currentHeads(): Heads {
    if (identityOf(files) !== identity) throw new Error('The files of the logs were removed or replaced')
    const heads: Record<string, Head> = {}
    for (const [name, { head, at }] of appends) {
      const { seq, mac } = last[name] ?? { seq: 0, mac: '' }
      if (seq > 0 && at.get(seq) !== mac) throw new Error(`The ${name} log is not the one that was written`)
      heads[name] = (head.get() as Head | undefined) ?? chainOf(chains, name).start
    }
    return heads
  }

  /** In a transaction this is a savepoint: all the rows of one entry, or none. */
  const writeEntry = database.transaction((before: Heads, entry: () => Batch): Heads => {
    const heads = { ...before }
    const batch = entry()
    for (const [name, { insert }] of appends) {
      let head = heads[name] ?? chainOf(chains, name).start
      for (const row of batch[name]) {
        const values = row.map(asStored)
        head = chainOf(chains, name).next(head, values)
        insert.run(head.seq, ...values, head.mac)
      }
      heads[name] = head
    }
    return heads
  })

  const write = database.transaction((begin: () => readonly (() => Batch)[]) => {
    let heads = currentHeads()
    const errors: unknown[] = []
    for (const [index, entry] of begin().entries()) {
      try {
        heads = writeEntry(heads, entry)
      } catch (error) {
        if (!isOfRow(error)) throw error
        errors[index] = error
      }
    }
    return { heads, errors }
  })

  // The writer of the anchor holds the lock and reads the current ends, so that of two writers neither sets it back.
  const writeAnchor = database.transaction(() => {
    last = currentHeads()
    anchor.write(last)
  })

  return {
    append(begin) {
      const { heads, errors } = write.immediate(begin)
      last = heads
      writeAnchor.immediate()
      return errors
    },
    all<LogRow>(sql: string, ...parameters: readonly unknown[]) {
      let statement = reads.get(sql)
      if (!statement) reads.set(sql, (statement = database.prepare(sql)))
      return statement.all(...parameters) as LogRow[]
    },
    close() {
      anchor.close()
      database.close()
    },
  }
}

/** Half a character is stored as another one, and would then not be what was digested. */
function asStored(value: Values[number]): Values[number] {
  return typeof value === 'string' ? value.toWellFormed() : value
}

/** Whether a row cannot be stored for what it is, where others can. */
function isOfRow(error: unknown): boolean {
  return (
    !(error instanceof BetterSqlite3.SqliteError) ||
    /^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH|RANGE)/.test(error.code)
  )
}

function headsIn(database: BetterSqlite3.Database, chains: LogStoreParts['chains']): Heads {
  return Object.fromEntries(
    [...chains].map(([name, { start }]) => {
      const row = database.prepare(`select seq, mac from ${name} order by seq desc limit 1`).get()
      return [name, (row as Head | undefined) ?? start]
    }),
  )
}

function chainOf(chains: LogStoreParts['chains'], name: Log['name']): Chain {
  const chain = chains.get(name)
  if (!chain) throw new Error(`No log ${name}`)
  return chain
}

/**
 * SQLite continues to write to a file that was removed, and nobody would find what it writes. The files beside the database stay the same while it is
 * open, through checkpoints too.
 */
function identityOf({ database, anchor }: LogFiles): string {
  return [database, `${database}-wal`, `${database}-shm`, anchor]
    .map((file) => {
      const { dev, ino } = statSync(file)
      return `${String(dev)}.${String(ino)}`
    })
    .join(' ')
}
