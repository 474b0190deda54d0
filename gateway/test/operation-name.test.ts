import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { createLimits } from '../src/limits.ts'
import { nameForLogs } from '../src/operation-name.ts'

it.each([
  ['a long name is cut to 100 characters', 'N'.repeat(900_000), 'N'.repeat(100)],
  ['a number of nine digits is masked', 'Person123456782', 'Person(a number)'],
  ['so is one in a longer run', 'P1234567890123x', 'P(a number)x'],
  ['and one written in groups', 'P_123_456_782', 'P_(a number)'],
  ['and one that the cut would have gone through', `${'N'.repeat(95)}123456782`, `${'N'.repeat(95)}(a nu`],
  ['eight digits stay', 'Week20260101', 'Week20260101'],
])('in logs %s', (_promise, name, told) => {
  expect(nameForLogs(name)).toBe(told)
})

it('the operational log is given the name as logs may hold it', () => {
  const limits = createLimits(buildSchema('type Query { a: Int }'))
  const query = `query P123456782${'x'.repeat(500_000)} { a }`
  expect(limits.factsOf({ query }).name).toMatch(/^P\(a number\)x{89}$/)
})
