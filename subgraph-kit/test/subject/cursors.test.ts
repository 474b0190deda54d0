/**
 * Cursors of lists of people: they lead back to a key, show nothing of it, and hold for one caller and one
 * list.
 */
import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { subjectCursors } from '@samenhang/subgraph-kit/subject/cursors'

const secret = randomBytes(32)
const cursors = subjectCursors(secret, 'caseload', 'caseworker-1')

it('a cursor leads back to its key, is the same each time, and does not show the key', () => {
  const cursor = cursors.encode('a-root-id')
  expect(cursors.decode(cursor)).toBe('a-root-id')
  expect(cursors.encode('a-root-id')).toBe(cursor)
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('root')
})

it('holds for one caller, one list and one secret only', () => {
  const cursor = cursors.encode('a-root-id')
  for (const other of [
    subjectCursors(secret, 'caseload', 'caseworker-2'),
    subjectCursors(secret, 'caseload', null),
    subjectCursors(secret, 'clients', 'caseworker-1'),
    subjectCursors(randomBytes(32), 'caseload', 'caseworker-1'),
  ]) {
    expect(other.decode(cursor)).toBeNull()
    expect(other.encode('a-root-id')).not.toBe(cursor)
  }
})

it('one byte other, cut off, padded or made up, it leads nowhere', () => {
  const cursor = cursors.encode('a-root-id')
  const bytes = Buffer.from(cursor, 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(cursors.decode(changed.toString('base64url'))).toBeNull()
  }
  for (const wrong of [
    '',
    'x',
    cursor.slice(0, -1),
    `${cursor}=`,
    `${cursor}A`,
    ' ',
    'é',
    'A'.repeat(1_000_000),
  ])
    expect(cursors.decode(wrong)).toBeNull()
})
