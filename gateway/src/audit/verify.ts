/**
 * Whether the logs are what was written: each chain is followed from its first row to its last, and its end held against the anchor, and against
 * heads that were noted elsewhere; and whether their database is made as the hub makes it. Finds rows that were changed, removed, put in, moved, or
 * cut off at the end, and logs that are gone.
 */
import { existsSync } from 'node:fs'
import { knownSince } from '@samenhang/subgraph-kit/known-stores'
import BetterSqlite3 from 'better-sqlite3'
import { readAnchor } from './anchor.ts'
import { createChain, type Head, type Values } from './chain.ts'
import type { LogFiles } from './log-store.ts'
import { columnsOf, logs, type Log } from './logs.ts'
import { faultsOfPages, faultsOfSchema } from './verify-database.ts'

export interface Verified {
  /** The rows of each log and the end of its chain: noted elsewhere, it tells a later verification what there must be. */
  readonly heads: Readonly<Record<Log['name'], Head>>
  /** One sentence for each; none where all is as it was written. */
  readonly findings: readonly string[]
}

/** `expected` are heads noted earlier. Never throws for what is wrong with the files. */
export function verifyLogs(
  files: LogFiles,
  key: Uint8Array,
  expected: readonly { readonly log: Log['name']; readonly head: Head }[] = [],
): Verified {
  const findings: string[] = []
  const heads = { processing: createChain(key, 'processing').start, audit: createChain(key, 'audit').start }
  const anchored = readAnchor(files.anchor, key)
  const since = knownSince(files.known)
  if (!existsSync(files.database) && !existsSync(files.anchor) && expected.length === 0)
    return { heads, findings: since === null ? [] : [absent(files, since)] }
  if (!existsSync(files.database)) return { heads, findings: [`The database ${files.database} is missing.`] }
  if (!anchored)
    findings.push(
      `The anchor ${files.anchor} is missing or was not written by this hub: rows may be cut off.`,
    )
  try {
    const database = new BetterSqlite3(files.database, { readonly: true })
    try {
      // One state of the database, whatever is appended meanwhile.
      database.transaction(() => {
        for (const log of logs) {
          const noted = expected.filter((one) => one.log === log.name).map((one) => one.head)
          const marks = [anchored?.[log.name], ...noted].filter((mark) => mark !== undefined)
          const { head, wrong } = follow(database, log, key, marks)
          heads[log.name] = head
          findings.push(...wrong)
        }
        findings.push(...orphans(database), ...faultsOfSchema(database), ...faultsOfPages(database))
      })()
    } finally {
      database.close()
    }
  } catch (error) {
    findings.push(
      `The database cannot be read in whole: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
  return { heads, findings }
}

/** Follows one chain; `marks` are heads that it must have passed. */
function follow(
  database: BetterSqlite3.Database,
  log: Log,
  key: Uint8Array,
  marks: readonly Head[],
): { readonly head: Head; readonly wrong: readonly string[] } {
  const chain = createChain(key, log.name)
  const wrong: string[] = []
  const passed = new Set<Head>(marks.filter(({ seq, mac }) => seq === 0 && mac === chain.start.mac))
  let head = chain.start
  const rows = database
    .prepare(`select seq, mac, ${columnsOf(log)} from ${log.name} order by seq`)
    .raw(true)
    .iterate() as IterableIterator<[number, string, ...Values]>
  for (const [seq, mac, ...values] of rows) {
    if (seq !== head.seq + 1) wrong.push(`${log.name}: ${gap(head.seq + 1, seq)}.`)
    const next = chain.next({ seq: seq - 1, mac: head.mac }, values)
    if (next.mac !== mac) wrong.push(`${log.name}: row ${seq} is not what was written after row ${head.seq}.`)
    // From here as it stands, so that one change is told once.
    head = { seq, mac }
    for (const mark of marks) if (mark.seq === seq && mark.mac === mac) passed.add(mark)
    if (wrong.length >= 20) {
      wrong.push(`${log.name}: and perhaps more after row ${seq}.`)
      return { head, wrong }
    }
  }
  for (const mark of marks) {
    if (passed.has(mark)) continue
    wrong.push(
      mark.seq > head.seq
        ? `${log.name}: there were ${mark.seq} rows, now ${head.seq}: the last ${mark.seq - head.seq} are cut off.`
        : `${log.name}: row ${mark.seq} is not the one that was noted.`,
    )
  }
  return { head, wrong }
}

function gap(expected: number, found: number): string {
  return found > expected + 1 ? `rows ${expected} to ${found - 1} are missing` : `row ${expected} is missing`
}

/** Moved to an archive by who may, or removed by who may not: this cannot tell one from the other. */
function absent({ database, anchor }: LogFiles, since: string): string {
  return `There are no logs, though this hub has kept some (noted ${since}): ${database} and ${anchor} were removed or moved away.`
}

/** Each record of processing has its request in the audit log: they are written together. */
function orphans(database: BetterSqlite3.Database): readonly string[] {
  const sql =
    'select count(*) from processing p where not exists (select 1 from audit a where a.trace_id = p.trace_id)'
  const count = Number(database.prepare(sql).pluck(true).get())
  return count > 0 ? [`processing: ${count} records belong to no request of the audit log.`] : []
}
