/**
 * The two logs of access: what of a request for data about people is stored before its answer leaves, how
 * many people a caller may read of, and what happens where the logs cannot be written.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import BetterSqlite3 from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Audit } from '../../src/audit/audit.ts'
import { makeLogs, reading, type TestLogs } from './logs.ts'

let logs: TestLogs
let audit: Audit

beforeEach(() => {
  logs = makeLogs()
  audit = logs.open()
})

afterEach(() => {
  audit.close()
  logs.remove()
})

const codeOf = async (act: Promise<void>) =>
  act.then(
    () => 'stored',
    (error: unknown) => (error instanceof HubError ? error.code : error),
  )

const rowsIn = (table: string) => {
  const database = new BetterSqlite3(logs.files.database, { readonly: true })
  try {
    return database.prepare(`select * from ${table} order by seq`).all() as Record<string, unknown>[]
  } finally {
    database.close()
  }
}

describe('a request for data of persons', () => {
  it('is in both logs under one trace when it is stored: a record for each subject, and who asked', async () => {
    await audit.record(reading({ traceId: 'abc', subjects: ['person-1', 'person-2'] }))
    expect(rowsIn('processing')).toMatchObject([
      {
        trace_id: 'abc',
        status: 'OK',
        name: 'PersonAcrossDomains',
        'dpl.core.processing_activity_id': 'urn:intake',
      },
      { trace_id: 'abc' },
    ])
    expect(rowsIn('audit')).toMatchObject([
      {
        trace_id: 'abc',
        actor: 'caseworker-1',
        client: 'app',
        decision: 'allowed',
        fields: '["Person.housing","PersonHousing.situation"]',
        domains: '["housing"]',
        subjects: 2,
        alarms: '[]',
      },
    ])
  })

  it('tells subjects by a pseudonym that stands nowhere else, and nobody who asked in the processing log', async () => {
    await audit.record(reading())
    await audit.record(reading({ actor: 'caseworker-2' }))
    const rows = rowsIn('processing')
    expect(JSON.stringify(rows)).not.toMatch(/person-1|caseworker/)
    const pseudonyms = rows.map((row) => row['dpl.core.data_subject_id'])
    expect(pseudonyms[0]).toMatch(/^[\w-]{22}$/)
    expect(new Set(pseudonyms).size).toBe(1)
    expect(rows[0]?.['span_id']).not.toBe(rows[1]?.['span_id'])
  })

  it('costs one transaction with all others of the same turn', async () => {
    await Promise.all(Array.from({ length: 50 }, () => audit.record(reading())))
    expect(rowsIn('audit')).toHaveLength(50)
    expect(logs.verify()).toMatchObject({
      findings: [],
      heads: { audit: { seq: 50 }, processing: { seq: 50 } },
    })
  })

  it('that was refused, in part or in whole, is in the audit log with an alarm', async () => {
    await audit.record(reading({ refused: ['Person.name'] }))
    await audit.record(reading({ fields: [], domains: [], subjects: [], refused: ['Person.name'] }))
    await audit.record(reading({ fields: ['Query.person'], subjects: [], alarms: ['OUTSIDE_CASELOAD'] }))
    expect(rowsIn('audit').map(({ decision, alarms }) => [decision, alarms])).toEqual([
      ['partly', '["REFUSED_FIELDS"]'],
      ['refused', '["REFUSED_FIELDS"]'],
      ['allowed', '["OUTSIDE_CASELOAD"]'],
    ])
    expect(rowsIn('processing')).toHaveLength(1)
  })

  it('can be read back: by subject without who asked, and as a whole', async () => {
    for (const domains of [['housing'], ['care'], ['care', 'education']])
      await audit.record(reading({ domains }))
    await audit.record(reading({ subjects: ['person-2'] }))
    const rows = audit.accessesOf('person-1', 1, null)
    expect(rows.map(({ domains, activity }) => [domains, activity])).toEqual([
      [['care', 'education'], 'urn:intake'],
      [['care'], 'urn:intake'],
    ])
    expect(Object.keys(rows[0]!)).not.toContain('actor')
    expect(audit.accessesOf('person-1', 2, rows[1]!.key).map(({ domains }) => domains)).toEqual([['housing']])
    expect(audit.entries(10, null).map(({ seq }) => seq)).toEqual([4, 3, 2, 1])
  })
})

describe('how many persons', () => {
  const people = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => `person-${from + index}`)

  it('one operation may be about: a hundred, and not one more', async () => {
    expect(await codeOf(audit.record(reading({ subjects: people(100) })))).toBe('stored')
    expect(await codeOf(audit.record(reading({ subjects: people(101) })))).toBe('TOO_MANY_SUBJECTS')
    expect(rowsIn('processing')).toHaveLength(100)
    expect(rowsIn('audit')[1]).toMatchObject({
      decision: 'refused',
      subjects: 101,
      alarms: '["TOO_MANY_SUBJECTS"]',
    })
  })

  it('a caller may read of in an hour: different ones count, others’ do not, and after an hour it may again', async () => {
    let now = Date.parse('2026-01-01T12:00:00Z')
    audit.close()
    audit = logs.open({ budget: 150, now: () => now })
    expect(await codeOf(audit.record(reading({ subjects: people(100) })))).toBe('stored')
    expect(await codeOf(audit.record(reading({ subjects: people(100) })))).toBe('stored')
    expect(await codeOf(audit.record(reading({ subjects: people(51, 100) })))).toBe('SUBJECT_BUDGET_EXCEEDED')
    expect(await codeOf(audit.record(reading({ subjects: people(50, 100) })))).toBe('stored')
    expect(await codeOf(audit.record(reading({ actor: 'other', subjects: people(51, 100) })))).toBe('stored')
    now += 3_600_001
    expect(await codeOf(audit.record(reading({ subjects: people(51, 200) })))).toBe('stored')
  })

  it('is counted on after a restart, and by another gateway on the same logs', async () => {
    audit.close()
    audit = logs.open({ budget: 100 })
    await audit.record(reading({ subjects: people(99) }))
    const other = logs.open({ budget: 100 })
    await other.record(reading({ subjects: ['one more'] }))
    other.close()
    expect(await codeOf(audit.record(reading({ subjects: people(99) })))).toBe('stored')
    expect(await codeOf(audit.record(reading({ subjects: ['too many'] })))).toBe('SUBJECT_BUDGET_EXCEEDED')
    audit.close()
    audit = logs.open({ budget: 100 })
    expect(await codeOf(audit.record(reading({ subjects: ['too many'] })))).toBe('SUBJECT_BUDGET_EXCEEDED')
    expect(logs.verify().findings).toEqual([])
  })

  it('cannot be passed by asking many times at once', async () => {
    audit.close()
    audit = logs.open({ budget: 10 })
    const asked = people(30).map((person) => codeOf(audit.record(reading({ subjects: [person] }))))
    const outcomes = await Promise.all(asked)
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(10)
  })
})

describe('logs that cannot be written', () => {
  it('hold back data of persons and nothing else, until they can be written again', async () => {
    await audit.record(reading())
    const blocker = new BetterSqlite3(logs.files.database)
    blocker.exec('begin exclusive')
    expect(await codeOf(audit.record(reading()))).toBe('LOG_UNAVAILABLE')
    expect(await codeOf(audit.record(reading({ fields: [], subjects: [], refused: ['Person.name'] })))).toBe(
      'stored',
    )
    blocker.close()
    expect(await codeOf(audit.record(reading()))).toBe('stored')
    expect(logs.verify()).toMatchObject({ findings: [], heads: { audit: { seq: 2 } } })
  })

  it.each(['database', 'anchor'] as const)(
    'hold them back when the file of the %s is removed under the hub',
    async (file) => {
      expect(await codeOf(audit.record(reading()))).toBe('stored')
      rmSync(logs.files[file])
      expect(await codeOf(audit.record(reading()))).toBe('LOG_UNAVAILABLE')
      expect(await codeOf(audit.record(reading()))).toBe('LOG_UNAVAILABLE')
    },
  )

  it('hold them back when all their files are removed under the hub, rather than begin anew', async () => {
    expect(await codeOf(audit.record(reading()))).toBe('stored')
    for (const file of [logs.files.database, logs.files.anchor]) rmSync(file)
    expect(await codeOf(audit.record(reading()))).toBe('LOG_UNAVAILABLE')
    expect(await codeOf(audit.record(reading()))).toBe('LOG_UNAVAILABLE')
  })

  it.each(['-wal', '-shm'])(
    'notice that the file of the database in %s was removed under the hub, and have every row once they are opened anew',
    async (part) => {
      expect(await codeOf(audit.record(reading()))).toBe('stored')
      rmSync(`${logs.files.database}${part}`)
      expect(await codeOf(audit.record(reading()))).toBe('LOG_UNAVAILABLE')
      expect(await codeOf(audit.record(reading()))).toBe('stored')
      expect(logs.verify()).toMatchObject({ findings: [], heads: { audit: { seq: 2 } } })
    },
  )

  it('take no checkpoint, by this hub or another process, for a removal', async () => {
    for (const mode of ['passive', 'full', 'restart', 'truncate']) {
      expect(await codeOf(audit.record(reading()))).toBe('stored')
      const other = new BetterSqlite3(logs.files.database)
      other.pragma(`wal_checkpoint(${mode})`)
      other.close()
    }
    expect(await codeOf(audit.record(reading()))).toBe('stored')
    expect(logs.verify()).toMatchObject({ findings: [], heads: { audit: { seq: 5 } } })
  })

  it('hold them back when the newest rows were cut off under the hub', async () => {
    await audit.record(reading())
    await audit.record(reading())
    const other = new BetterSqlite3(logs.files.database)
    other.exec('drop trigger audit_keeps_rows; delete from audit where seq = 2')
    other.close()
    expect(await codeOf(audit.record(reading()))).toBe('LOG_UNAVAILABLE')
  })
})

describe('a request that cannot be put into the logs', () => {
  it.each([
    ['a time that is none', { startedAt: Number.NaN }],
    ['a caller that is no text', { actor: { name: 'x' } as unknown as string }],
    ['a number of another kind', { client: true as unknown as string }],
  ])('fails alone, its neighbours of the same turn are stored: %s', async (_, odd) => {
    const outcomes = await Promise.all([
      codeOf(audit.record(reading({ traceId: 'before' }))),
      codeOf(audit.record(reading({ traceId: 'odd', ...odd }))),
      codeOf(audit.record(reading({ traceId: 'after' }))),
    ])
    expect(outcomes).toEqual(['stored', 'LOG_UNAVAILABLE', 'stored'])
    for (const table of ['processing', 'audit'])
      expect(rowsIn(table).map((row) => row['trace_id'])).toEqual(['before', 'after'])
    expect(logs.verify()).toMatchObject({ findings: [], heads: { audit: { seq: 2 } } })
  })

  it('half a character is stored as one that stands for it, and what is stored verifies', async () => {
    const half = reading({ client: 'app \ud800', alarms: ['\udc00'] })
    expect(await codeOf(audit.record(half))).toBe('stored')
    expect(rowsIn('audit')[0]).toMatchObject({ client: 'app \ufffd' })
    expect(logs.verify().findings).toEqual([])
  })
})

it('refusals of the public are kept a hundred a minute, so that nobody fills the disk by asking', async () => {
  let now = Date.now()
  audit.close()
  audit = logs.open({ now: () => now })
  const refused = () =>
    audit.record(reading({ actor: null, fields: [], subjects: [], refused: ['Person.name'] }))
  for (let count = 0; count < 150; count += 1) await refused()
  expect(rowsIn('audit')).toHaveLength(100)
  now += 60_000
  await refused()
  expect(rowsIn('audit')).toHaveLength(101)
})

it('the name of an operation is cut and its numbers masked before it is in either log', async () => {
  await audit.record(reading({ operation: `Of123456782${'x'.repeat(900_000)}`, subjects: ['a', 'b'] }))
  for (const { operation, name } of [...rowsIn('audit'), ...rowsIn('processing')])
    expect(operation ?? name).toMatch(/^Of\(a number\)x{88}$/)
})

it('refusals of the public are kept by their bytes too: a minute of them is 100 kB at most', async () => {
  const refused = Array.from({ length: 700 }, (_, at) => `Person.aFieldWithALongName${String(at)}`)
  for (let at = 0; at < 20; at += 1)
    await audit.record(reading({ actor: null, fields: [], subjects: [], refused }))
  const kept = rowsIn('audit')
  expect(kept.length).toBe(4)
  expect(JSON.stringify(kept.map((row) => row['refused'])).length).toBeLessThan(120_000)
})
