/**
 * What holds of every scenario, on counts drawn at random: no changes change nothing, more homes never lengthen the queue, and what follows from
 * any counts within what is published lies within the bounds.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bounded } from '../src/bounded.ts'
import { amount, ofPublished, type Amount } from '../src/ranges.ts'
import { noChanges, type Changes } from '../src/scenario-changes.ts'
import type { ScenarioInput } from '../src/scenario-inputs.ts'
import { scenario } from '../src/scenario.ts'
import type { FocusGroup } from '../src/vocabulary.ts'
import { exact, scenarioGroup, scenarioInput } from './made-scenario.ts'

const groups = ['HOMELESS', 'URGENT', 'STUDENTS'] as const satisfies readonly FocusGroup[]
const count = fc.integer({ min: 0, max: 120 })
const year = fc.integer({ min: 2025, max: 2030 })
const anyGroup = fc.constantFrom(...groups)

const counts = fc.record({
  households: count,
  inflow: count,
  lettings: count,
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  sheltered: fc.integer({ min: 0, max: 40 }),
})
const municipality = fc.record({
  of: fc.tuple(counts, counts, counts),
  toOthers: count,
  planned: fc.integer({ min: 0, max: 30 }),
})
type Truth = typeof municipality extends fc.Arbitrary<infer Value> ? Value : never

const changes: fc.Arbitrary<Changes> = fc.record({
  homes: fc.array(
    fc.record({
      year,
      kind: fc.constant('FLEX' as const),
      homes: fc.integer({ min: 0, max: 150 }),
      forGroups: fc.uniqueArray(anyGroup, { minLength: 1 }),
      price: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
  // Three groups with at most a third each never get more than all.
  lettings: fc.uniqueArray(
    fc.record({ fromYear: year, group: anyGroup, share: fc.double({ min: 0, max: 1 / 3, noNaN: true }) }),
    {
      maxLength: 3,
      selector: ({ fromYear, group }) => `${group} ${fromYear}`,
    },
  ),
  inflow: fc.uniqueArray(
    fc.record({ fromYear: year, group: anyGroup, percent: fc.integer({ min: -100, max: 200 }) }),
    {
      maxLength: 2,
      selector: ({ fromYear, group }) => `${group} ${fromYear}`,
    },
  ),
  shelters: fc.array(
    fc.record({
      fromYear: year,
      kind: fc.constant('HOMELESS_SHELTER' as const),
      group: anyGroup,
      places: fc.integer({ min: -20, max: 40 }),
    }),
    { maxLength: 2 },
  ),
  grant: fc.constant(null),
})

/** `toAmount` says what of a true count is known. */
function inputsOf(
  truths: readonly Truth[],
  toAmount: (count: number) => Amount,
  toPart: (part: number) => Amount,
): ScenarioInput[] {
  return truths.map(({ of, toOthers, planned }, at) =>
    scenarioInput(
      `GM900${at + 1}`,
      Object.fromEntries(
        groups.map((group, index) => {
          const { households, inflow, lettings, part, sheltered } = of[index]!
          return [
            group,
            scenarioGroup({
              households: toAmount(households),
              inflow: toAmount(inflow),
              lettings: toAmount(lettings),
              planned: [[2026, planned]],
              unsuitable: toPart(part),
              shelters: {
                ASYLUM_CENTRE: exact(0),
                HOMELESS_SHELTER: toAmount(sheltered),
                INSTITUTION: exact(0),
              },
            }),
          ]
        }),
      ),
      { homesLet: toAmount(of.reduce((sum, { lettings }) => sum + lettings, toOthers)) },
    ),
  )
}

const trueInputs = (truths: readonly Truth[]) => inputsOf(truths, exact, exact)

function publishedInputs(truths: readonly Truth[]): ScenarioInput[] {
  const published = (exactly: number): Amount =>
    exactly < 10
      ? [null, 0, null]
      : (amount(
          Math.max(10, 5 * Math.round(exactly / 5)),
          ofPublished(Math.max(10, 5 * Math.round(exactly / 5))),
        ) ?? [null, 0, null])
  const share = (part: number): Amount => [part, Math.max(0, part - 0.05), Math.min(1, part + 0.05)]
  return inputsOf(truths, published, share)
}

const truths = fc.array(municipality, { minLength: 1, maxLength: 3 })

describe('every scenario', () => {
  it('without changes is the same after as before', () => {
    fc.assert(
      fc.property(truths, (made) => {
        for (const { years, effect } of scenario(publishedInputs(made), noChanges)?.groups ?? []) {
          for (const { before, after, queueDifference } of years) {
            expect(after).toEqual(before)
            expect(queueDifference).toEqual({ value: 0, lower: 0, upper: 0 })
          }
          expect(effect).toBe(years.length === 0 ? 'UNDECIDED' : 'UNCHANGED')
        }
      }),
      { numRuns: 100, seed: 14 },
    )
  })

  it('with more homes has no longer queue in any year, of any group or of all, and nobody waits longer', () => {
    fc.assert(
      fc.property(truths, changes, changes, (made, first, { homes }) => {
        const inputs = publishedInputs(made)
        const [less, more] = [first, { ...first, homes: [...first.homes, ...homes] }].map((each) =>
          scenario(inputs, each)!,
        )
        for (const [at, total] of less!.totals.entries()) {
          const shorter = more!.totals[at]!.after
          for (const bound of ['lower', 'upper'] as const)
            expect(shorter[bound] ?? Infinity).toBeLessThanOrEqual(total.after[bound] ?? Infinity)
        }
        const longer = less!.groups.flatMap(({ group, years }, index) =>
          years.flatMap(({ year: of, after }, at) => {
            const other = more!.groups[index]!.years[at]!.after
            return (['queue', 'monthsWaiting'] as const)
              .filter(
                (measure) =>
                  other[measure].lower > after[measure].lower + 1e-6 ||
                  other[measure].upper > after[measure].upper + 1e-6,
              )
              .map((measure) => `${measure} of ${group} in ${of}`)
          }),
        )
        expect(longer).toEqual([])
      }),
      { numRuns: 200, seed: 14 },
    )
  })

  it('has bounds that hold what follows from any counts within what is published, and is certain of nothing else', () => {
    const measures = [
      ...(['inflow', 'homes', 'queue', 'monthsWaiting'] as const),
      ...(['unsuitable', 'inShelter', 'unsheltered'] as const),
    ]
    fc.assert(
      fc.property(truths, changes, (made, asked) => {
        const [answer, truth] = [scenario(publishedInputs(made), asked)!, scenario(trueInputs(made), asked)!]
        const outside: string[] = []
        const hold = (range: Bounded | null, exactly: Bounded | null, name: string) => {
          if (!range || exactly?.value == null) return
          const { value } = exactly
          if (value < range.lower - 1e-6 || value > range.upper + 1e-6) outside.push(`${name}: ${value}`)
        }
        for (const [index, { group, years, effect, decidedBy }] of answer.groups.entries()) {
          const trueYears = truth.groups[index]!.years
          for (const [at, shown] of years.entries()) {
            const { before, after, queueDifference } = trueYears[at]!
            hold(shown.queueDifference, queueDifference, `${group} ${shown.year} difference`)
            for (const measure of measures) {
              hold(shown.before[measure], before[measure], `${group} ${shown.year} before ${measure}`)
              hold(shown.after[measure], after[measure], `${group} ${shown.year} after ${measure}`)
            }
          }
          const last = trueYears.at(-1)
          if (!last) continue
          const rises = {
            QUEUE: last.queueDifference.value ?? 0,
            WAITING: (last.after.monthsWaiting.value ?? 0) - (last.before.monthsWaiting.value ?? 0),
            UNSHELTERED: (last.after.unsheltered?.value ?? 0) - (last.before.unsheltered?.value ?? 0),
          }
          for (const measure of decidedBy) {
            if (effect === 'GAINS' && rises[measure] >= 0) outside.push(`${group} gains by ${measure}`)
            if (effect === 'LOSES' && rises[measure] <= 0) outside.push(`${group} loses by ${measure}`)
          }
          if (effect === 'UNCHANGED' && Math.abs(rises.QUEUE) > 1e-6) outside.push(`${group} is unchanged`)
        }
        expect(outside).toEqual([])
      }),
      { numRuns: 500, seed: 14 },
    )
  })
})
