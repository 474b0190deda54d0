/** Composition in two steps gives what composition in one gives, and faults with file, line, column and the composer's code. */
import { describe, expect, it } from 'vitest'
import { composeSlices } from '@samenhang/schema/compose'
import { mergeInSteps } from '@samenhang/schema/compose-in-steps'
import { readSliceSources, sliceOf, withOwnSlices } from '@samenhang/schema/slices'

const sources = readSliceSources()
const care = sources.find(({ name }) => name === 'care')!
const lines = care.sdl.split('\n').length

function faultsOf(sdl: string): readonly string[] {
  const merged = mergeInSteps({ ...care, sdl }, sources)
  if ('faults' in merged) return merged.faults
  const checked = merged.check()
  return 'faults' in checked ? checked.faults : []
}

it('the steps give the supergraph and the schema of clients that one composition gives', () => {
  const whole = composeSlices(withOwnSlices(sources).map(sliceOf))
  const merged = mergeInSteps(care, sources)
  if ('faults' in merged || 'errors' in whole) throw new Error('It composes.')
  expect(merged.supergraphSdl).toBe(whole.supergraphSdl)
  expect(merged.check()).toEqual({ apiSdl: whole.apiSdl, warnings: [] })
})

it('a slice that the rest does not have is added', () => {
  const rest = sources.filter(({ name }) => name !== 'care')
  expect(mergeInSteps(care, rest)).toHaveProperty('supergraphSdl')
})

it('an open value without Dutch is a warning at its place, and the slice composes', () => {
  const added =
    '"F."\nenum Fault @tag(name: "public") {\n  "One."\n  ONE\n}\nextend type Query { "F." fault: Fault }\n'
  const merged = mergeInSteps({ ...care, sdl: care.sdl + added }, sources)
  expect('faults' in merged ? merged.faults : merged.check()).toMatchObject({
    apiSdl: expect.stringContaining('enum Fault {') as unknown,
    warnings: [
      `subgraphs/care/schema.graphql:${String(lines + 3)}:3: Fault.ONE has no Dutch: end its description with a paragraph "NL: Label. A sentence in plain words."`,
    ],
  })
})

describe('a fault is told at its place, with its code', () => {
  it.each([
    ['text that is no GraphQL', '\ntype {', [lines + 1, 6], 'INVALID_GRAPHQL: Syntax Error: '],
    [
      'a type that there is not',
      '"F."\ntype Fault { "F." fault: Nowhere }',
      [lines + 1, 26],
      'INVALID_GRAPHQL: ',
    ],
    [
      'a field that another slice has in another type, in this slice',
      'extend type Person { "N." name: Int @shareable @requiresScopes(scopes: [["person:read"]]) @policy(policies: [["care"]]) }',
      [lines, 27],
      'FIELD_TYPE_MISMATCH: ',
    ],
    [
      'a field that no query reaches, which composition tells without a place',
      '"F."\ntype HousingProfile { "F." fault: Int }',
      [lines + 1, 28],
      'SATISFIABILITY_ERROR: ',
    ],
  ])('%s', (_, added, [line, column], message) => {
    expect(faultsOf(`${care.sdl}${added}\n`)[0]).toContain(
      `subgraphs/care/schema.graphql:${String(line)}:${String(column)}: ${message}`,
    )
  })

  it('a rule of the house, which has no code', () => {
    expect(faultsOf(`${care.sdl}type Fault { "F." fault: Int }\n`)).toEqual([
      `subgraphs/care/schema.graphql:${String(lines)}:6: Fault has no description: say what it is.`,
    ])
  })
})
