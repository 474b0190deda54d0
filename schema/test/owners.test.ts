/** Who owns a file, by the rules of CODEOWNERS: the last line that matches counts, and the slices of this repository each have a team. */
import { expect, it } from 'vitest'
import { ownersIn, readOwners } from '../owners.ts'
import { sliceFile, sliceNames } from '../slices.ts'

it('the last line that matches counts, and comments do not', () => {
  const owners = ownersIn(
    '# teams\n*  @all # everyone\n/subgraphs/care/  @care @nurses\n/subgraphs/care/test/\n',
  )
  expect(owners('README.md')).toEqual(['@all'])
  expect(owners('subgraphs/care/schema.graphql')).toEqual(['@care', '@nurses'])
  expect(owners('docs/subgraphs/care/schema.graphql')).toEqual(['@all'])
  expect(owners('subgraphs/care/test/one.ts')).toEqual([])
  expect(ownersIn('')('README.md')).toEqual([])
})

it.each(sliceNames())('the slice %s has a team of its own', (name) => {
  expect(readOwners()(sliceFile(name))).toEqual([`@samenhang/${name}`])
})
