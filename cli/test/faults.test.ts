/**
 * What a command prints where it fails: an error made for people in its own words, anything else as a fault
 * of the hub, in one line.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { ImportRefused } from '@samenhang/subgraph-kit/statline/table'
import { expect, test } from 'vitest'
import { lineFor } from '../src/faults.ts'

test('an error made for a person is told in its own words', () => {
  const refused = new ImportRefused('a.csv', 'the file is empty', 'Fetch it again', { line: 1 })
  expect(lineFor(refused)).toBe('a.csv, line 1: the file is empty. Fetch it again')
  expect(lineFor(new HubError('DATABASE_UNAVAILABLE', 'The database is locked.'))).toBe(
    'The database is locked.',
  )
})

test('any other error says that it is a fault of the hub, in one line', () => {
  expect(lineFor(new TypeError('x is not\na function'))).toBe(
    'x is not a function (this is a fault of the hub; HUB_DEBUG=1 shows where)',
  )
})
