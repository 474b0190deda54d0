/**
 * `hub audit verify` finds whatever was changed, removed, put in, moved or cut off in the logs of access, and
 * finds nothing where nobody touched them.
 */
import BetterSqlite3 from 'better-sqlite3'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../src/audit/audit.ts'
import { verifyLogs } from '../../src/audit/verify.ts'
import { makeLogs, reading, secret, type TestLogs } from './logs.ts'

let logs: TestLogs

async function write(count: number): Promise<void> {
  const audit = logs.open()
  for (let done = 0; done < count; done += 1) await audit.record(reading())
  audit.close()
}

beforeEach(async () => {
  logs = makeLogs()
  await write(5)
})

afterEach(() => logs.remove())

/** Does to the database what the triggers would refuse, and puts the triggers back. */
function tamper(sql: string): void {
  const database = new BetterSqlite3(logs.files.database)
  const triggers = database.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) database.exec(`drop trigger ${name}`)
  database.exec(sql)
  for (const trigger of triggers) database.exec(trigger.sql)
  database.close()
}

it('logs that nobody touched have no findings, and go on after a restart', async () => {
  expect(logs.verify()).toMatchObject({ findings: [], heads: { audit: { seq: 5 }, processing: { seq: 5 } } })
  await write(2)
  expect(logs.verify()).toMatchObject({ findings: [], heads: { audit: { seq: 7 } } })
})

it('there being no logs yet is no finding; that they are gone is one', () => {
  for (const file of [logs.files.database, logs.files.anchor]) rmSync(file)
  expect(logs.verify()).toMatchObject({
    findings: [expect.stringMatching(/^There are no logs, though this hub has kept some/)],
    heads: { audit: { seq: 0 } },
  })
  logs.remove()
  expect(logs.verify()).toMatchObject({ findings: [], heads: { audit: { seq: 0 } } })
})

it('logs that were moved away whole while no hub ran verify where they are, and the hub begins anew', async () => {
  const { heads } = logs.verify()
  const archive = join(logs.folder, 'archive')
  mkdirSync(archive)
  const kept = {
    database: join(archive, 'audit.sqlite'),
    anchor: join(archive, 'audit.anchor'),
    marker: logs.files.marker,
  }
  for (const file of readdirSync(logs.folder).filter((name) => name.startsWith('audit.')))
    renameSync(join(logs.folder, file), join(archive, file))
  await write(2)
  expect(logs.verify()).toMatchObject({ findings: [], heads: { audit: { seq: 2 }, processing: { seq: 2 } } })
  expect(verifyLogs(kept, logs.key)).toEqual({ findings: [], heads })
})

describe('what was done to the logs is found', () => {
  it.each([
    ['a value changed', `update audit set actor = 'someone else' where seq = 3`, 'audit: row 3'],
    [
      'a subject changed',
      `update processing set "dpl.core.data_subject_id" = 'x' where seq = 2`,
      'processing: row 2',
    ],
    [
      'a purpose emptied',
      `update processing set "dpl.core.processing_activity_id" = null where seq = 5`,
      'row 5',
    ],
    ['a digest changed', `update audit set mac = 'x' where seq = 4`, 'audit: row 4'],
    ['the first row removed', 'delete from audit where seq = 1', 'row 1 is missing'],
    ['a row removed', 'delete from audit where seq = 3', 'audit: row 3 is missing'],
    [
      'rows removed and the rest moved up',
      'delete from audit where seq = 3; update audit set seq = seq - 1 where seq > 3',
      'audit: row 3',
    ],
    [
      'two rows swapped',
      'update audit set seq = -seq where seq in (2, 3); update audit set seq = 5 + seq where seq < 0',
      'audit: row 2',
    ],
    [
      'a row put in',
      `insert into audit select 6, trace_id, at, actor, client, processing_activity_id, operation, decision, fields, refused, domains, subjects, alarms, mac from audit where seq = 5`,
      'audit: row 6',
    ],
    [
      'the last row cut off',
      'delete from audit where seq = 5; delete from processing where seq = 5',
      'the last 1 are cut off',
    ],
    ['everything cut off', 'delete from audit; delete from processing', 'the last 5 are cut off'],
    [
      'a record of processing whose request is gone',
      'delete from audit where seq = 5',
      'belong to no request',
    ],
    ['a table dropped', 'drop table audit; create table other (x)', 'cannot be read'],
  ])('%s', (_, sql, found) => {
    try {
      tamper(sql)
    } catch (error) {
      // With its table the triggers on it are gone too.
      if (!/no such table/.test(String(error))) throw error
    }
    expect(logs.verify().findings.join('\n')).toContain(found)
  })

  it('the triggers removed, which refuse changes and removals while they are there', () => {
    const database = new BetterSqlite3(logs.files.database)
    expect(() => database.exec('delete from audit')).toThrow('keeps every row')
    expect(() => database.exec(`update processing set name = ''`)).toThrow('as it was')
    database.exec('drop trigger audit_keeps_rows')
    database.close()
    expect(logs.verify().findings).toEqual([expect.stringContaining('audit_keeps_rows') as string])
  })

  it.each([
    ['an index removed', 'drop index audit_trace', 'audit: the index audit_trace was removed.'],
    [
      'a trigger that does nothing in place of one that refuses',
      'drop trigger audit_keeps_values; create trigger audit_keeps_values before update on audit begin select 1; end',
      'audit: the trigger audit_keeps_values is not as the hub makes it.',
    ],
    [
      'a trigger that drops what one caller reads',
      `create trigger quiet before insert on audit when new.actor = 'me' begin select raise(ignore); end`,
      "audit: the trigger quiet is not the hub's.",
    ],
    ['a table beside the logs', 'create table copy (x)', "copy: the table copy is not the hub's."],
    ['a view', 'create view seen as select actor from audit', "seen: the view seen is not the hub's."],
    [
      'a column added',
      'alter table processing add column note text',
      'processing: the table processing is not as the hub makes it.',
    ],
  ])('how the database is made: %s', (_, sql, finding) => {
    const database = new BetterSqlite3(logs.files.database)
    database.exec(sql)
    database.close()
    expect(logs.verify().findings).toEqual([finding])
  })

  it('an index that says other than its table', () => {
    const database = new BetterSqlite3(logs.files.database)
    const root = Number(
      database.prepare(`select rootpage from sqlite_schema where name = 'audit_trace'`).pluck(true).get(),
    )
    const size = Number(database.pragma('page_size', { simple: true }))
    database.close()
    const bytes = readFileSync(logs.files.database)
    const at = bytes.indexOf('trace-', (root - 1) * size)
    bytes.write('Trace-', at)
    writeFileSync(logs.files.database, bytes)
    expect(logs.verify().findings.join('\n')).toContain('The database is damaged: ')
  })

  it('the anchor removed, or written by hand', () => {
    const anchor = readFileSync(logs.files.anchor, 'utf8')
    writeFileSync(logs.files.anchor, anchor.replace('"seq":5', '"seq":4'))
    expect(logs.verify().findings[0]).toContain('The anchor')
    rmSync(logs.files.anchor)
    expect(logs.verify().findings[0]).toContain('The anchor')
  })

  it('the database removed', () => {
    rmSync(logs.files.database)
    expect(logs.verify().findings[0]).toContain('is missing')
  })

  it('bytes of the database damaged', () => {
    const bytes = readFileSync(logs.files.database)
    const at = bytes.indexOf('caseworker-1')
    bytes.write('Caseworker-9', at)
    writeFileSync(logs.files.database, bytes)
    expect(logs.verify().findings).not.toEqual([])
  })

  it('the end of the file cut off', () => {
    const bytes = readFileSync(logs.files.database)
    writeFileSync(logs.files.database, bytes.subarray(0, bytes.length - 8_192))
    expect(logs.verify().findings).not.toEqual([])
  })

  it('another hub’s logs in their place, with their anchor or without', async () => {
    const other = makeLogs()
    const audit = createAudit({
      files: other.files,
      keys: { secret: (use) => secret(`other ${use}`) },
      budget: 1_000,
      logger: pino({ level: 'silent' }),
    })
    for (let count = 0; count < 5; count += 1) await audit.record(reading())
    audit.close()
    copyFileSync(other.files.database, logs.files.database)
    expect(logs.verify().findings.join('\n')).toContain('row 1 is not what was written')
    copyFileSync(other.files.anchor, logs.files.anchor)
    expect(logs.verify().findings[0]).toContain('was not written by this hub')
    other.remove()
  })

  it('rows of one log put into the other’s place, digests and all', () => {
    tamper(
      `update audit set mac = (select mac from processing where processing.seq = audit.seq) where seq = 2`,
    )
    expect(logs.verify().findings.join('\n')).toContain('audit: row 2')
  })

  it('a chain made anew without the key', () => {
    const made = verifyLogs(logs.files, secret('another key'))
    expect(made.findings.join('\n')).toContain('row 1 is not what was written')
  })

  it('the logs and their anchor set back together, by a head that was noted elsewhere', async () => {
    for (const file of Object.values(logs.files)) copyFileSync(file, `${file}.old`)
    await write(1)
    const { heads } = logs.verify()
    for (const file of Object.values(logs.files)) copyFileSync(`${file}.old`, file)
    expect(logs.verify().findings).toEqual([])
    expect(verifyLogs(logs.files, logs.key, [{ log: 'audit', head: heads.audit }]).findings).toEqual([
      'audit: there were 6 rows, now 5: the last 1 are cut off.',
    ])
  })
})
