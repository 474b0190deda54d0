/**
 * A day with `hub dev`: a process on a copy of the tree, in which files are saved. What composes and runs is served, with a warning where Dutch is missing; what does not is told where it is
 * wrong, and what was served before stays. In the end no process is left.
 */
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestData } from '@samenhang/subgraph-kit/testing'
import { seededData } from '../../test/seeded-data.ts'
import { copyTree, type CopiedTree } from './copied-tree.ts'
import { serveDev, type ServedDev } from './served-dev.ts'

let data: TestData
let tree: CopiedTree
let hub: ServedDev

beforeAll(async () => {
  data = await seededData('SQLite', { seed: 1, neighbourhoods: 12, people: 50 })
  tree = copyTree()
  hub = await serveDev(tree, 'care', data.environment as Record<string, string>)
})

afterAll(async () => {
  await hub.end()
  tree.remove()
  await data.remove()
})

const withField = (field: string) => (sdl: string) => sdl.replace('type Query {', `type Query {\n  ${field}`)
const care = '{ datasets { care { period } } }'

it('the subgraph is served with the others', async () => {
  expect(hub.told()).toContain(
    'Samenhang runs care from source, with the other subgraphs as in this working tree.',
  )
  const { data: answered, errors } = await hub.ask('{ datasets { care { period } housing { period } } }')
  expect(errors).toBeUndefined()
  expect(answered).toMatchObject({ datasets: { care: expect.anything(), housing: expect.anything() } })
})

it('a save of the slice is served, and told with what changed for clients', async () => {
  const told = await hub.save('schema.graphql', withField('"A note."\n  careNote: String'))
  expect(told).toMatch(/ care \(schema\.graphql\): live in [\d.]+ s; \+ Query\.careNote: String\n$/)
  expect(await hub.ask('{ careNote }')).toEqual({ data: { careNote: null } })
})

it('a save of a resolver is served by the same graph', async () => {
  const told = await hub.save('src/resolvers.ts', (text) =>
    text.replace('Query: {', "Query: { careNote: () => 'seen',"),
  )
  expect(told).toMatch(/ care \(src\/resolvers\.ts\): live in [\d.]+ s\n$/)
  expect(await hub.ask('{ careNote }')).toEqual({ data: { careNote: 'seen' } })
})

it('an open value without Dutch is a warning with file and line, and is served', async () => {
  const { told, restore } = await breakFile('schema.graphql', (sdl) =>
    withField('"A kind."\n  careNoteKind: CareNoteKind')(
      `${sdl}\n"A kind."\nenum CareNoteKind @tag(name: "public") {\n  "One."\n  ONE\n}\n`,
    ),
  )
  expect(await hub.ask('{ careNoteKind }')).toEqual({ data: { careNoteKind: null } })
  expect(await restore()).toMatch(/ live in [\d.]+ s.*\n$/)
  expect(told).toMatch(
    / live in [\d.]+ s; .*\n {2}warning: subgraphs\/care\/schema\.graphql:\d+:3: CareNoteKind\.ONE has no Dutch: end its description with a paragraph "NL: Label\. A sentence in plain words\."\n$/,
  )
})

it.each([
  ['no GraphQL', (sdl: string) => `${sdl}\ntype {`, /schema\.graphql:\d+:6: INVALID_GRAPHQL: Syntax Error: /],
  [
    'a type that there is not',
    withField('"A fault."\n  fault: Nowhere'),
    /schema\.graphql:\d+:10: INVALID_GRAPHQL: Unknown type Nowhere/,
  ],
  [
    'a field that nobody can get at',
    (sdl: string) => `${sdl}\n"Lost."\ntype HousingProfile {\n  "Lost."\n  lost: Int\n}`,
    /schema\.graphql:\d+:3: SATISFIABILITY_ERROR: [^]*cannot find field "HousingProfile\.lost"/,
  ],
])('%s is told with file, line and code, and the last good graph answers on', async (_, change, fault) => {
  const { told, restore } = await breakFile('schema.graphql', change)
  expect(await hub.ask('{ careNote }')).toEqual({ data: { careNote: 'seen' } })
  expect(await restore()).toContain('live in')
  expect(told).toContain(' care (schema.graphql): not served; what was served last stays\n  subgraphs/care/')
  expect(told).toMatch(fault)
})

it.each([
  ['that cannot be read', 'const fault = {', /resolvers\.ts:\d+:\d+: /],
  ['that fail at once', 'nowhere()', /resolvers\.ts:\d+:1: ReferenceError: nowhere is not defined/],
])('sources %s are told in one line, and those before answer on', async (_, fault, line) => {
  const { told, restore } = await breakFile('src/resolvers.ts', (text) => `${text}\n${fault}\n`)
  expect(await hub.ask('{ careNote }')).toEqual({ data: { careNote: 'seen' } })
  expect(await restore()).toContain('live in')
  expect(told).toMatch(line)
  expect(told.trimEnd().split('\n')).toHaveLength(2)
})

/** What is told of a change, and how to take it back. */
async function breakFile(file: string, change: (text: string) => string) {
  let before = ''
  const told = await hub.save(file, (text) => change((before = text)))
  return { told, restore: () => hub.save(file, () => before) }
}

it('the other subgraphs answer as before throughout, and SIGTERM leaves no process', async () => {
  expect((await hub.ask(care)).errors).toBeUndefined()
  const processes = () =>
    execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(tree.folder))
  expect(processes().length).toBeGreaterThan(2)
  expect(await hub.end()).toBe(0)
  await expect.poll(processes, { timeout: 20_000 }).toEqual([])
})
