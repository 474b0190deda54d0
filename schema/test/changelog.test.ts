/** The changelog of the graph: what changes between two schemas, deprecations among it, as lines and as entries of a file. */
import { expect, it } from 'vitest'
import { withReleases, type ToldRelease } from '../changelog.ts'
import { changesBetween, readChange } from '../changes.ts'

const told = (
  number: number,
  diff: readonly string[],
  given: Partial<ToldRelease['statement']> = {},
): ToldRelease => ({
  statement: {
    ...{ number, previous: number - 1, restores: null, madeAt: '2026-11-30T09:00:00.000Z' },
    ...{ author: 'care-1', changed: ['care'], ...given },
  },
  diff,
})

it('a deprecation is a change, told once for an interface and its types; so is its end', () => {
  const before = `interface A { x: Int y: Int } type B implements A { x: Int y: Int z(a: Int): Int @deprecated } type Query { b: B } enum E { V }`
  const after = `interface A { x: Int @deprecated(reason: "Use y; sunset 2027-07-01.") y: Int }
    type B implements A { x: Int @deprecated(reason: "Use y; sunset 2027-07-01.") y: Int z(a: Int @deprecated(reason: "No.")): Int }
    type Query { b: B } enum E { V @deprecated(reason: "Gone.") }`
  const lines = changesBetween(before, after)
  expect(lines).toEqual([
    '! A.x: Use y; sunset 2027-07-01.',
    '~ B.z: no longer deprecated',
    '! B.z(a:): No.',
    '! E.V: Gone.',
  ])
  expect(lines.map((line) => readChange(line)?.kind)).toEqual([
    'deprecated',
    'changed',
    'deprecated',
    'deprecated',
  ])
  expect(readChange('! B.z(a:): No.')).toEqual({ kind: 'deprecated', coordinate: 'B.z(a:)', text: 'No.' })
  expect(changesBetween(after, after)).toEqual([])
})

it('what is deprecated with another reason is told again, and what is removed is not', () => {
  const schema = (field: string) => `type Query { a: Int ${field} }`
  expect(
    changesBetween(
      schema('b: Int @deprecated(reason: "One.")'),
      schema('b: Int @deprecated(reason: "Two.")'),
    ),
  ).toEqual(['! Query.b: Two.'])
  expect(changesBetween(schema('b: Int @deprecated'), schema(''))).toEqual(['- Query.b: Int'])
  expect(changesBetween(schema(''), schema('b: Int @deprecated(reason: "Born so.")'))).toEqual([
    '+ Query.b: Int',
    '! Query.b: Born so.',
  ])
})

it('an entry has what was added, changed, deprecated and removed, with date, number and author', () => {
  const diff = ['+ A.b: Int', '- A.c: Int', '~ A.d: Int → Float', '! A.e(f:): Use d.', '+ G: type']
  expect(withReleases('', [told(1, diff)])).toBe(`# Changelog of the graph

What each release of the graph added, changed, deprecated and removed for clients, the newest first. \`hub schema release\`
writes it.

## Release 1 (2026-11-30)

By care-1: care.

### Added

- \`A.b\`: Int
- \`G\`: type

### Changed

- \`A.d\`: Int → Float

### Deprecated

- \`A.e(f:)\`: Use d.

### Removed

- \`A.c\`: Int
`)
})

it('releases that are lacking come on top, the newest first; what stands there stays as it is, byte for byte', () => {
  const first = withReleases('', [told(1, [])])
  const edited = first.replace('Nothing changed for clients.', 'Nothing changed, as *we* said.')
  const next = withReleases(edited, [
    told(0, [], { previous: null }),
    told(1, []),
    told(2, ['+ A.b: Int']),
    told(3, [], { restores: 1 }),
  ])
  expect(next.match(/^## .*/gm)).toEqual(
    [3, 2, 1].map((number) => `## Release ${String(number)} (2026-11-30)`),
  )
  expect(next).toContain('By care-1: back to release 1.')
  expect(next.endsWith(edited.slice(edited.indexOf('## ')))).toBe(true)
  expect(withReleases(next, [told(3, [], { restores: 1 })])).toBe(next)
})

it('a name cannot become markup or an entry of its own', () => {
  const text = withReleases('', [
    told(1, [], { author: 'x\n\n## Release 9 (2026-11-30)\n<img src=x>[y](z)' }),
  ])
  expect(text.match(/^## .*/gm)).toEqual(['## Release 1 (2026-11-30)'])
  expect(text).toContain('\\<img src=x\\>\\[y\\](z)')
})
