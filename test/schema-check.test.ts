/** Before a release: what a team is told of a change to its slice, and what is refused, on the slices of this repository. */
import { costMeter } from '@samenhang/gateway/operation-cost'
import { checkSlice, type CheckReport } from '@samenhang/schema/check/check-slice'
import type { RegisteredOperation, SeenOperation } from '@samenhang/schema/check/operations'
import { plainReport } from '@samenhang/schema/check/plain-report'
import { reportAnnotations } from '@samenhang/schema/check/report-annotations'
import { reportText } from '@samenhang/schema/check/report-text'
import { readOwnSlices, readSlices, type Slice } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { parseSlice, withKitDefinitions } from '@samenhang/subgraph-kit/slice'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const today = '2026-11-29'
const slices = [...readSlices(), ...readOwnSlices()]
const apiSdl = readFileSync(new URL('../schema/api.graphql', import.meta.url), 'utf8')
const written = (name: string): string =>
  readFileSync(new URL(`../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8')

type Edit = readonly [there: string, instead: string]

function edited(sdl: string, edits: readonly Edit[]): string {
  return edits.reduce((text, [there, instead]) => {
    expect(text).toContain(there)
    return text.replace(there, () => instead)
  }, sdl)
}

function withSlice(name: string, sdl: string, among: readonly Slice[] = slices): readonly Slice[] {
  const typeDefs = withKitDefinitions(parseSlice(`subgraphs/${name}/schema.graphql`, sdl))
  return among.map((slice) => (slice.name === name ? { ...slice, typeDefs } : slice))
}

interface Given {
  readonly registered?: readonly RegisteredOperation[]
  readonly seen?: readonly SeenOperation[]
  /** Edits of the slice that were released before. */
  readonly released?: readonly Edit[]
  readonly today?: string
}

async function check(name: string, edits: readonly Edit[], given: Given = {}): Promise<CheckReport> {
  const { registered = [], seen = [] } = given
  return checkSlice({
    name,
    slices: withSlice(name, edited(written(name), edits)),
    base: { release: null, supergraphSdl: readSupergraph(), apiSdl, slices },
    registered,
    seen,
    today: given.today ?? today,
    meterOf: async (sdl) => costMeter(sdl),
  })
}

const registered = (name: string, text: string): RegisteredOperation => ({
  id: name,
  name,
  text,
  app: 'dashboard',
  owner: 'front-end',
  file: `src/${name}.graphql`,
  line: 1,
})

const clients = 'youthCareClients: Int\n'
const share = 'youthCareShare: Float\n'

describe('a slice of this graph', () => {
  it('unchanged: nothing is found, and nothing is planned', async () => {
    const report = await check('care', [], { registered: [registered('A', '{ country { care { period } } }')] })
    expect(plainReport(report)).toEqual({
      slice: 'care',
      base: null,
      today,
      isRefused: false,
      errors: [],
      hints: [],
      houseRules: [],
      changes: [],
      deprecations: [],
      costs: { planned: 0, dearer: [] },
      unreadable: [],
      operations: 1,
    })
    expect(reportText(plainReport(report))).toBe(
      'care against the committed schema and 1 operation: may be released (nothing breaks).\n',
    )
  })

  it('several changes at once: a field in use is refused with client, owner and aliased path, an unused one is allowed', async () => {
    const report = await check(
      'care',
      [
        [clients, 'youthCareClientsX: Int\n'],
        [share, 'youthCareShareX: Float\n'],
        ['distanceToGeneralPractice: Float\n', 'distanceToGeneralPractice: Int\n'],
      ],
      {
        registered: [
          registered(
            'Profile',
            'query Profile($code: ID!) { here: neighbourhood(code: $code) { ...Care } } fragment Care on Area { figures: care { young: youthCareClients } }',
          ),
        ],
        seen: [
          {
            id: 'ff',
            name: 'Map',
            text: '{ country { care { distanceToGeneralPractice youthCareClients } } }',
            client: 'notebook',
            version: '2.1',
            owner: null,
            lastSeen: '2026-11-20',
            count: 12,
          },
        ],
      },
    )
    const plain = plainReport(report)
    console.log(reportText(plain))
    console.log(reportAnnotations(plain, 'subgraphs/care/schema.graphql'))
    expect(plain.isRefused).toBe(true)
  })
})
