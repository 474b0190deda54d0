/** A subgraph that serves another slice than the graph: its fields are told, and what it lacks is null with an error of its own. */
import { candidateOf } from '@samenhang/schema/release/candidate'
import { readSliceSources } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modes, openHub, type TestHub } from './hub.ts'

const slices = readSliceSources()
const care = slices.find(({ name }) => name === 'care')!

/** The graph of a slice of care that is a release ahead: a field more in a profile and at a root, an argument more, and a field less. */
function aheadOfCare(): string {
  const sdl = care.sdl
    .replace(/type CareProfile [^{]*\{/, '$&\n  "A note."\n  note: String\n')
    .replace('care: [Dataset!]', 'care: [Dataset!]\n  "How many."\n  careCount: Int')
    .replace(
      'care("The year, such as 2024." period: Int)',
      'care("The year, such as 2024." period: Int, "As of." asOf: String)',
    )
    .replace(
      'careFocusGroupsSeries("The first year." from: Int, "The last year." to: Int): [FocusGroupFigures!]',
      'careRemark: String',
    )
  const base = { statement: null, slices, supergraph: readSupergraph(), api: '' }
  return candidateOf(base, { ...care, sdl }).supergraph
}

describe.each(modes)('a subgraph %s that is a release behind', (mode) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openHub({ mode, supergraphSdl: aheadOfCare() })
  })
  afterAll(() => hub.close())

  it('is told with the fields that it lacks and those that it has more', async () => {
    // One elsewhere is asked, and may take its time.
    await expect.poll(() => hub.gateway.skew(), { timeout: 120_000 }).toHaveLength(1)
    const [skew, ...others] = await hub.gateway.skew()
    expect(others).toEqual([])
    expect({ ...skew, lacks: [...(skew?.lacks ?? [])].sort() }).toEqual({
      subgraph: 'care',
      lacks: ['Area.care(asOf:)', 'Area.careRemark', 'CareProfile.note', 'Datasets.careCount'],
      has: [
        'Area.careFocusGroupsSeries',
        'Area.careFocusGroupsSeries(from:)',
        'Area.careFocusGroupsSeries(to:)',
      ],
    })
  })

  it('answers what it has; a field that it lacks is null with SUBGRAPH_OUTDATED at its path', async () => {
    const { status, data, errors } = await hub.ask(
      '{ country { name care { period note youthCareClients } housing { dwellings: averageWozValue } } datasets { careCount care { period } } }',
    )
    expect(status).toBe(200)
    expect(data).toMatchObject({
      country: {
        care: {
          period: expect.any(Number) as number,
          note: null,
          youthCareClients: expect.any(Number) as number,
        },
      },
      datasets: { careCount: null, care: expect.any(Array) as unknown },
    })
    expect(
      errors
        .map(({ path, extensions }) => [path?.join('.'), extensions['code'], extensions['coordinate']])
        .sort(),
    ).toEqual([
      ['country.care.note', 'SUBGRAPH_OUTDATED', 'CareProfile.note'],
      ['datasets.careCount', 'SUBGRAPH_OUTDATED', 'Datasets.careCount'],
    ])
  })

  it('is not asked where all that is asked of it is lacking', async () => {
    const { data, errors, statements } = await hub.ask('{ country { name care(asOf: "2024") { period } } }')
    expect(data).toMatchObject({ country: { care: null } })
    expect(errors).toMatchObject([{ path: ['country', 'care'], extensions: { code: 'SUBGRAPH_OUTDATED' } }])
    expect(statements['care'] ?? 0).toBe(0)
  })

  it('in a long list one error says so at the list', async () => {
    const { text, errors } = await hub.ask(
      '{ country { municipalities(first: 20) { nodes { neighbourhoods(first: 50) { nodes { care { note } } } } } } }',
    )
    expect(text.split('"care":{"note":null}').length).toBeGreaterThan(21)
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_OUTDATED' } }])
    expect(errors[0]?.path?.slice(0, 3)).toEqual(['country', 'municipalities', 'nodes'])
  })
})
