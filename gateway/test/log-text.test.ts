/** What may stand in the operational log: names cut and cleaned, errors without what they carry. */
import { buildSchema, GraphQLError } from 'graphql'
import { expect, it } from 'vitest'
import { createLimits } from '../src/limits/limits.ts'
import { createLogger } from '../src/telemetry/log.ts'
import { nameForLogs } from '../src/telemetry/log-text.ts'

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

it('of errors, whoever made them, the log has a text that is cut and masked, and of what they carry their code only', () => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => void lines.push(line) })
  const text = `Person 123456782 of ${'x'.repeat(900_000)}`
  const error = new GraphQLError(text, { extensions: { code: `C123456782${'X'.repeat(5_000)}`, row: text } })
  logger.error({ err: error }, 'a fault')
  logger.warn({ err: 'as a text: 123456782' }, text)
  logger.warn(text)
  for (const line of lines) {
    expect(line).not.toContain('123456782')
    expect(line.length).toBeLessThan(7_000)
  }
  const { err } = JSON.parse(lines[0] ?? '') as { err: Record<string, string> }
  expect(Object.keys(err)).toEqual(['type', 'message', 'stack', 'code'])
  expect(err['message']).toMatch(/^Person \(a number\) of x+$/)
  expect(err['code']).toMatch(/^C\(a number\)X{89}$/)
})
