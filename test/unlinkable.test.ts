/**
 * Two databases that leak together cannot be joined: identifiers, order, rows' numbers, dates and values bring an attacker no further
 * than guessing. The test has the keys, so it knows who is who; the attacks have the databases only.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { createPseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'

type Row = Readonly<Record<string, unknown>> & { readonly subject: string }
/** A guess that these two rows are of one person, by their places in the two tables. */
type Guess = readonly [one: number, other: number]

const tables: Readonly<Record<string, string>> = {
  'base-registry': 'person',
  housing: 'person_housing',
  care: 'person_care',
  education: 'person_education',
  'labour-market': 'person_labour_market',
  integration: 'person_integration',
}
const names = Object.keys(tables)
const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const))

let data: TestData
let subgraphs: RunningSubgraph[]
/** As they lie in the table: what an attacker has. */
const rows = new Map<string, readonly Row[]>()
/** Who each row is about: what only the keys tell. */
const truth = new Map<string, readonly string[]>()

beforeAll(async () => {
  data = await makeTestData()
  subgraphs = await openSubgraphs({ environment: data.environment, logger: silent })
  await seedAll(subgraphs, { people: 20_000 })
  const { secret } = openKeys(data.environment)
  for (const { name, database } of subgraphs) {
    const table = tables[name]
    if (!table) continue
    const own = await database.all<Row>(`select * from ${table}`)
    const { rootOfPseudonym } = createPseudonyms(secret, name)
    rows.set(name, own)
    truth.set(
      name,
      own.map(({ subject }) => rootOfPseudonym(subject)),
    )
  }
})
afterAll(async () => {
  await Promise.all(subgraphs.map((subgraph) => subgraph.close()))
  await data.remove()
})

/** The guesses that are right, and how many would be by chance: each guess is one of all pairs. */
function judge(one: string, other: string, guesses: readonly Guess[]) {
  const [left = [], right = []] = [truth.get(one), truth.get(other)]
  const known = new Set(right)
  const both = left.filter((person) => known.has(person)).length
  return {
    right: guesses.filter(([at, to]) => left[at] === right[to]).length,
    byChance: (guesses.length * both) / (left.length * right.length),
  }
}

function expectChance(one: string, other: string, guesses: readonly Guess[], attack: string): void {
  const { right, byChance } = judge(one, other, guesses)
  expect(right, `${attack}: ${one} with ${other}, ${byChance.toFixed(1)} by chance`).toBeLessThanOrEqual(
    Math.ceil(byChance + 5 * Math.sqrt(byChance) + 3),
  )
}

const rowsOf = (name: string): readonly Row[] => rows.get(name) ?? []

/** Rows joined in the order that `key` gives them, the first with the first. */
function joinByOrder(one: string, other: string, key: (row: Row, at: number) => string | number): Guess[] {
  const order = (name: string) =>
    rowsOf(name)
      .map((row, at) => [key(row, at), at] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, at]) => at)
  const [left, right] = [order(one), order(other)]
  // Tables of different length are laid over each other in proportion.
  return left.map((at, place) => [at, right[Math.floor((place * right.length) / left.length)] ?? 0])
}

function datesOf(row: Row): readonly string[] {
  return JSON.stringify(row).match(/\b(?:19|20)\d\d-\d\d-\d\d\b/g) ?? []
}

describe('two databases that leak', () => {
  it('are of the same people, so that a join would be worth something', () => {
    for (const [one, other] of pairs) {
      const [left = [], right = []] = [truth.get(one), truth.get(other)]
      const known = new Set(right)
      expect(left.filter((person) => known.has(person)).length, `${one} ${other}`).toBeGreaterThan(50)
    }
    const perfect = rowsOf('housing').map((_, at): Guess => [
      at,
      truth.get('education')?.indexOf(truth.get('housing')?.[at] ?? '') ?? -1,
    ])
    expect(judge('housing', 'education', perfect.slice(0, 500)).right).toBe(500)
  })

  it.each(pairs)('%s and %s have no identifier in common, nor with the graph', (one, other) => {
    const [left, right] = [rowsOf(one), rowsOf(other)].map(
      (own) => new Set(own.map(({ subject }) => subject)),
    )
    expect(left?.size).toBe(rowsOf(one).length)
    expect([...left!].filter((subject) => right!.has(subject))).toEqual([])
    expect((truth.get(one) ?? []).filter((root) => left!.has(root) || right!.has(root))).toEqual([])
  })

  it.each(pairs)('%s and %s cannot be joined by the order of rows or of pseudonyms', (one, other) => {
    expectChance(
      one,
      other,
      joinByOrder(one, other, (_, at) => at),
      'place in the table',
    )
    expectChance(
      one,
      other,
      joinByOrder(one, other, ({ subject }) => subject),
      'order of pseudonyms',
    )
    expectChance(
      one,
      other,
      joinByOrder(one, other, ({ subject }) => Buffer.from(subject, 'base64url').toString('hex')),
      'bytes',
    )
    expectChance(
      one,
      other,
      joinByOrder(one, other, ({ subject }) => Buffer.from(subject).reverse().toString()),
      'bytes from the end',
    )
  })

  it.each(pairs)('%s and %s cannot be joined by pseudonyms that begin or end alike', (one, other) => {
    for (const part of [(id: string) => id.slice(0, 3), (id: string) => id.slice(-4)]) {
      const places = new Map(rowsOf(other).map(({ subject }, at) => [part(subject), at]))
      const guesses = rowsOf(one).flatMap(({ subject }, at): Guess[] => {
        const to = places.get(part(subject))
        return to === undefined ? [] : [[at, to]]
      })
      expectChance(one, other, guesses, 'part of the pseudonym')
    }
  })

  it.each(pairs)('%s and %s cannot be joined by days that are equal or near', (one, other) => {
    const byDay = groupBy(
      rowsOf(other).flatMap((row, at) => datesOf(row).map((day) => [day, at] as const)),
      ([day]) => day,
    )
    const days = [...byDay.keys()].sort()
    const from = new Map<string, readonly number[]>()
    const nearest = (day: string): readonly number[] => {
      const known =
        from.get(day) ?? (byDay.get(days.find((other) => other >= day) ?? '') ?? []).map(([, at]) => at)
      from.set(day, known)
      return known
    }
    const guesses = rowsOf(one).flatMap((row, at): Guess[] =>
      datesOf(row).flatMap((day) => nearest(day).map((to): Guess => [at, to])),
    )
    // Every pair with a day in common is guessed: people of one age have days in the same years, so twice chance is let pass.
    const { right, byChance } = judge(one, other, guesses)
    expect(right, `${one} ${other}`).toBeLessThanOrEqual(
      Math.ceil(2 * byChance + 5 * Math.sqrt(byChance) + 3),
    )
  })

  it.each(pairs)('%s and %s share no rare value: one that stands once in each joins nobody', (one, other) => {
    const once = (name: string) => {
      const cells = rowsOf(name).flatMap((row, at) =>
        Object.entries(row).flatMap(([column, value]) =>
          column === 'subject' || value === null ? [] : [[JSON.stringify(value), at] as const],
        ),
      )
      return new Map(
        [...groupBy(cells, ([value]) => value)].flatMap(([value, [first, ...others]]) =>
          first && others.length === 0 ? [[value, first[1]] as const] : [],
        ),
      )
    }
    const [left, right] = [once(one), once(other)]
    const guesses = [...left].flatMap(([value, at]): Guess[] => {
      const to = right.get(value)
      return to === undefined ? [] : [[at, to]]
    })
    expectChance(one, other, guesses, 'values that stand once')
  })

  it('rows have no number of their own, and no column tells when one came', async () => {
    for (const { name, database } of subgraphs) {
      const table = tables[name]
      if (!table) continue
      await expect(database.all(`select rowid from ${table}`), name).rejects.toThrow(/rowid/)
      const moments = rowsOf(name).filter((row) => /\d\d:\d\d:\d\d/.test(JSON.stringify(row)))
      expect(moments, name).toEqual([])
    }
  })

  it('birth year, name, address and residence are in the base registry only', () => {
    const own = new Set(Object.keys(rowsOf('base-registry')[0] ?? {}))
    for (const name of names.slice(1)) {
      const shared = Object.keys(rowsOf(name)[0] ?? {}).filter((column) => own.has(column))
      expect(shared.sort(), name).toEqual(['subject', 'synthetic'])
    }
  })
})
