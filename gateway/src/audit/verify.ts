/**
 * Whether the logs hold what was written. Each chain is followed from its first row to its last; its end is
 * compared with the anchor and with heads that were noted elsewhere; and the form of the database is checked.
 * This finds rows that were changed, removed, inserted, moved or truncated, and logs that are missing.
 */
import { existsSync } from 'node:fs'
import { firstWrittenOn } from '@samenhang/subgraph-kit/known-stores'
import BetterSqlite3 from 'better-sqlite3'
import { readAnchor } from './anchor.ts'
import { createChain, type Head, type Values } from './chain.ts'
import type { LogFiles } from './log-store.ts'
import { columnsOf, logs, type Log } from './logs.ts'
import { faultsOfPages, faultsOfSchema } from './verify-database.ts'

export interface Verified {
  /** The rows of each log and the end of its chain. A later verification can compare the logs with a copy kept elsewhere. */
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
  const since = firstWrittenOn(files.marker)
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
          const noted = expected
            .filter((expectedHead) => expectedHead.log === log.name)
            .map((expectedHead) => expectedHead.head)
          const requiredHeads = [anchored?.[log.name], ...noted].filter((required) => required !== undefined)
          const { head, wrong } = follow(database, log, key, requiredHeads)
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
      `The database cannot be read completely: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
  return { heads, findings }
}

/** Follows one chain, which must pass every one of `requiredHeads`. */
function follow(
  database: BetterSqlite3.Database,
  log: Log,
  key: Uint8Array,
  requiredHeads: readonly Head[],
): { readonly head: Head; readonly wrong: readonly string[] } {
  const chain = createChain(key, log.name)
  const wrong: string[] = []
  const passed = new Set<Head>(requiredHeads.filter(({ seq, mac }) => seq === 0 && mac === chain.start.mac))
  let head = chain.start
  const rows = database
    .prepare(`select seq, mac, ${columnsOf(log)} from ${log.name} order by seq`)
    .raw(true)
    .iterate() as IterableIterator<[number, string, ...Values]>
  for (const [seq, mac, ...values] of rows) {
    if (seq !== head.seq + 1) wrong.push(`${log.name}: ${gap(head.seq + 1, seq)}.`)
    const next = chain.next({ seq: seq - 1, mac: head.mac }, values)
    if (next.mac !== mac) wrong.push(`${log.name}: row ${seq} is not what was written after row ${head.seq}.`)
    // The chain continues from the row as it is, so that one change is reported once.
    head = { seq, mac }
    for (const required of requiredHeads)
      if (required.seq === seq && required.mac === mac) passed.add(required)
    if (wrong.length >= 20) {
      wrong.push(`${log.name}: and perhaps more after row ${seq}.`)
      return { head, wrong }
    }
  }
  for (const required of requiredHeads) {
    if (passed.has(required)) continue
    wrong.push(
      required.seq > head.seq
        ? `${log.name}: there were ${required.seq} rows, now ${head.seq}: the last ${required.seq - head.seq} are cut off.`
        : `${log.name}: row ${required.seq} is not the one that was noted.`,
    )
  }
  return { head, wrong }
}

function gap(expected: number, actual: number): string {
  return actual > expected + 1
    ? `rows ${expected} to ${actual - 1} are missing`
    : `row ${expected} is missing`
}

/** They may have been archived or removed without permission: nothing here shows which. */
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
