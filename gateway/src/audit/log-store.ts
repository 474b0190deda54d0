/**
 * The logs in their database: rows go in by one transaction and only at the end of their chains, and the anchor follows before anyone is told. Refuses
 * to write to logs that are not those it wrote last: cut off, removed or put in place of others. Who is told what is audit.ts'.
 */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { dataDirectory } from '@samenhang/subgraph-kit/database'
import { makeFolder } from '@samenhang/subgraph-kit/make-folder'
import { closeToOthers } from '@samenhang/subgraph-kit/private-files'
import BetterSqlite3 from 'better-sqlite3'
import { openAnchor, readAnchor, type AnchorFile, type Heads } from './anchor.ts'
import { createChain, type Chain, type Head, type Values } from './chain.ts'
import { columnsOf, logs, tablesSql, type Log } from './logs.ts'

export interface LogFiles {
  readonly database: string
  readonly anchor: string
}

/** Where the logs are: HUB_AUDIT_DIR, else the data folder; the anchor where HUB_AUDIT_ANCHOR says, else beside them. */
export function logFiles(environment: NodeJS.ProcessEnv): LogFiles {
  const from = environment['INIT_CWD'] ?? process.cwd()
  const chosen = environment['HUB_AUDIT_DIR']
  const folder = chosen ? resolve(from, chosen) : dataDirectory(environment)
  const anchor = environment['HUB_AUDIT_ANCHOR']
  return {
    database: join(folder, 'audit.sqlite'),
    anchor: anchor ? resolve(from, anchor) : join(folder, 'audit.anchor'),
  }
}

/** Rows for each log, by its name. */
export type Batch = Readonly<Record<Log['name'], readonly Values[]>>

export interface LogStore {
  /** Appends what `make` gives, in one transaction; `make` may read first. Throws where it is not stored: nothing of it is, then. */
  append(make: () => Batch): void
  all<Row>(sql: string, ...parameters: readonly unknown[]): Row[]
  close(): void
}

/** Opens the logs, made where there are none and `mayMake`. Throws where they cannot be written or are not whole at their ends. */
export function openLogStore(files: LogFiles, key: Uint8Array, mayMake: boolean): LogStore {
  const isNew = !existsSync(files.database) && !existsSync(files.anchor)
  if (isNew && !mayMake) throw new Error('The files of the logs were removed')
  makeFolder(dirname(files.database))
  const database = new BetterSqlite3(files.database, { timeout: 200 })
  let anchor: AnchorFile | undefined
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    for (const part of ['', '-wal', '-shm']) closeToOthers(`${files.database}${part}`)
    database.exec(tablesSql())
    const chains = new Map(logs.map((log) => [log.name, createChain(key, log.name)]))
    if (isNew) makeFolder(dirname(files.anchor))
    if (isNew) writeFileSync(files.anchor, '', { flag: 'a', mode: 0o600 })
    closeToOthers(files.anchor)
    anchor = openAnchor(files.anchor, key)
    if (isNew) anchor.write(headsIn(database, chains))
    const store = storeOn(database, { files, chains, anchor, known: readAnchor(files.anchor, key) })
    return store
  } catch (error) {
    anchor?.close()
    database.close()
    throw error
  }
}

interface Opened {
  readonly files: LogFiles
  readonly chains: ReadonlyMap<Log['name'], Chain>
  readonly anchor: AnchorFile
  readonly known: Heads | null
}

function storeOn(database: BetterSqlite3.Database, { files, chains, anchor, known }: Opened): LogStore {
  if (!known) throw new Error('The anchor of the logs is missing or was not written by this hub')
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
  let last = known

  /** The ends of the logs as they are now, where they still hold what was written last. */
  function currentHeads(): Record<string, Head> {
    if (identityOf(files) !== identity) throw new Error('The files of the logs were removed or replaced')
    const heads: Record<string, Head> = {}
    for (const [name, { head, at }] of appends) {
      const { seq, mac } = last[name] ?? { seq: 0, mac: '' }
      if (seq > 0 && at.get(seq) !== mac) throw new Error(`The ${name} log is not the one that was written`)
      heads[name] = (head.get() as Head | undefined) ?? chainOf(chains, name).start
    }
    return heads
  }

  const write = database.transaction((make: () => Batch) => {
    const heads = currentHeads()
    const batch = make()
    for (const [name, { insert }] of appends) {
      let head = heads[name] ?? chainOf(chains, name).start
      for (const values of batch[name]) {
        head = chainOf(chains, name).next(head, values)
        insert.run(head.seq, ...values, head.mac)
      }
      heads[name] = head
    }
    return heads
  })

  return {
    append(make) {
      const heads = write.immediate(make)
      anchor.write(heads)
      last = heads
    },
    all<Row>(sql: string, ...parameters: readonly unknown[]) {
      let statement = reads.get(sql)
      if (!statement) reads.set(sql, (statement = database.prepare(sql)))
      return statement.all(...parameters) as Row[]
    },
    close() {
      anchor.close()
      database.close()
    },
  }
}

function headsIn(database: BetterSqlite3.Database, chains: Opened['chains']): Heads {
  return Object.fromEntries(
    [...chains].map(([name, { start }]) => {
      const row = database.prepare(`select seq, mac from ${name} order by seq desc limit 1`).get()
      return [name, (row as Head | undefined) ?? start]
    }),
  )
}

function chainOf(chains: Opened['chains'], name: Log['name']): Chain {
  const chain = chains.get(name)
  if (!chain) throw new Error(`No log ${name}`)
  return chain
}

/** SQLite goes on writing to a file that has been removed: nobody would find what it writes. */
function identityOf({ database, anchor }: LogFiles): string {
  return [database, anchor]
    .map((file) => {
      const { dev, ino } = statSync(file)
      return `${String(dev)}.${String(ino)}`
    })
    .join(' ')
}
