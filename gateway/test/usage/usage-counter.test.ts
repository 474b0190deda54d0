/** What is counted of usage: who asked which operation how often, and never a value, a number of a person or more than its bounds. */
import { describe, expect, it } from 'vitest'
import { buildSchema } from 'graphql'
import type { UsageBatch } from '@samenhang/schema/registry/usage'
import { silent } from '@samenhang/subgraph-kit/testing'
import {
  createUsageCounter,
  mostCharacters,
  mostCounted,
  type AnsweredRequest,
} from '../../src/usage/usage-counter.ts'

const schema = buildSchema(`
  type Query { area(code: ID!, kind: Kind): Area areas(first: Int, where: Filter): [Area!] }
  type Area { code: ID! name: String figures(period: Int): [Float] }
  input Filter { name: String kinds: [Kind!] }
  enum Kind { CITY VILLAGE }
`)

function request(given: Partial<AnsweredRequest> = {}): AnsweredRequest {
  return {
    text: 'query Name { area(code: "GM0363") { name } }',
    operationName: undefined,
    schema,
    client: { name: 'map', version: '1.2' },
    ms: 7,
    hasErrors: false,
    ...given,
  }
}

function counterWith(given: Parameters<typeof createUsageCounter>[2] = {}) {
  const batches: UsageBatch[] = []
  let failures = 0
  const usage = {
    record(batch: UsageBatch) {
      if (failures > 0) {
        failures -= 1
        return Promise.reject(new Error('database is locked'))
      }
      batches.push(batch)
      return Promise.resolve()
    },
  }
  const counter = createUsageCounter(usage, silent, { seconds: 3_600, ...given })
  return { counter, batches, failNext: (times: number) => (failures = times) }
}

describe('usage', () => {
  it('is counted by operation, client and day, with errors and latencies', async () => {
    const { counter, batches } = counterWith({ now: () => Date.parse('2026-11-29T23:00:00Z') })
    counter.count(request())
    counter.count(request({ ms: 300, hasErrors: true }))
    counter.count(request({ client: { name: '', version: '' } }))
    await counter.close()
    expect(batches).toHaveLength(1)
    const [{ operations, counts }] = batches as [UsageBatch]
    expect(operations.map(({ name, coordinates }) => [name, coordinates])).toEqual([
      ['Name', ['Area', 'Area.name', 'ID', 'Query.area', 'Query.area(code:)', 'String']],
    ])
    expect(
      counts.map(({ client, clientVersion, day, requests, errors, latencyMs }) => ({
        client,
        clientVersion,
        day,
        requests,
        errors,
        latencyMs,
      })),
    ).toEqual([
      { client: 'map', clientVersion: '1.2', day: '2026-11-29', requests: 2, errors: 1, latencyMs: 307 },
      { client: '', clientVersion: '', day: '2026-11-29', requests: 1, errors: 0, latencyMs: 7 },
    ])
    expect(counts[0]?.latencies).toEqual([0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  })

  it('texts that differ in their values are one operation, and no value is stored', async () => {
    const { counter, batches } = counterWith()
    counter.count(request({ text: '{ areas(first: 10, where: { name: "Dam", kinds: [CITY] }) { name } }' }))
    counter.count(request({ text: '{ areas(first: 99, where: { name: "Rokin", kinds: [CITY] }) { name } }' }))
    await counter.close()
    const [{ operations, counts }] = batches as [UsageBatch]
    expect(new Set(operations.map(({ hash }) => hash)).size).toBe(1)
    expect(new Set(counts.map(({ operation }) => operation)).size).toBe(1)
    expect(JSON.stringify(batches)).not.toMatch(/Dam|Rokin|first: 99/)
    expect(operations[0]?.coordinates).toEqual(
      expect.arrayContaining(['Filter.kinds', 'Kind.CITY', 'Query.areas(where:)']),
    )
    expect(operations[0]?.coordinates).not.toContain('Kind.VILLAGE')
  })

  it('a number of nine digits in a name of the client is stored nowhere', async () => {
    const { counter, batches } = counterWith()
    const text =
      '"of 999990019" query Of999990019($v999990019: ID!) { x999990019: area(code: $v999990019) { ...F999990019 } } fragment F999990019 on Area { name }'
    counter.count(request({ text, client: { name: 'app 999990019', version: '999990019' } }))
    await counter.close()
    expect(batches[0]?.counts).toHaveLength(1)
    expect(JSON.stringify(batches)).not.toContain('999990019')
  })

  it('of a document with several operations the one that ran is counted, with the fragments that it reaches', async () => {
    const { counter, batches } = counterWith()
    const text = 'query A { area(code: 1) { ...N } } query B { areas { code } } fragment N on Area { name }'
    counter.count(request({ text, operationName: 'B' }))
    await counter.close()
    expect(batches[0]?.operations.map(({ name, text: stored }) => [name, stored])).toEqual([
      ['B', 'query B {\n  areas {\n    code\n  }\n}'],
    ])
  })

  it('requests before and after midnight are of two days', async () => {
    let at = Date.parse('2026-11-29T23:59:59.999Z')
    const { counter, batches } = counterWith({ now: () => at })
    counter.count(request())
    at += 1
    counter.count(request())
    await counter.close()
    expect(batches[0]?.counts.map(({ day, requests }) => [day, requests])).toEqual([
      ['2026-11-29', 1],
      ['2026-11-30', 1],
    ])
  })

  it('what could not be stored is stored the next time, once', async () => {
    const { counter, batches, failNext } = counterWith()
    failNext(1)
    counter.count(request())
    await counter.flush()
    counter.count(request())
    await counter.flush()
    await counter.close()
    expect(batches.flatMap(({ counts }) => counts.map(({ requests }) => requests))).toEqual([2])
    expect(counter.dropped).toBe(0)
  })

  it('the texts that are held between two flushes are bounded', async () => {
    const { counter } = counterWith()
    const long = 'x'.repeat(mostCharacters / 2)
    for (const name of ['a', 'b']) counter.count(request({ text: `{ ${name} } #${long}` }))
    expect(counter.dropped).toBe(1)
    await counter.flush()
    counter.count(request())
    await counter.close()
    expect(counter.dropped).toBe(1)
  })

  it('different operations and clients are counted up to a bound; what goes beyond is counted as dropped, and memory does not grow', async () => {
    const { counter, batches } = counterWith()
    for (let index = 0; index < mostCounted + 100; index += 1)
      counter.count(request({ client: { name: `client ${String(index % 3)}`, version: String(index) } }))
    counter.count(request({ text: '{ areas { name } }' }))
    expect(counter.dropped).toBe(101)
    await counter.close()
    expect(batches[0]?.counts).toHaveLength(mostCounted)
  })
})
