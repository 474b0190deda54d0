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
import { parse } from 'graphql'
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

const seen = (name: string, text: string): SeenOperation => ({
  id: name,
  name,
  text,
  client: 'notebook',
  version: '2.1',
  owner: null,
  lastSeen: '2026-11-20',
  count: 12,
})

/** Each change as its verdict and coordinate, with the paths of those whom it concerns. */
const verdicts = (report: CheckReport) =>
  report.changes.map(({ verdict, coordinate, concerns }) => [
    verdict,
    coordinate,
    ...concerns.map(({ paths }) => paths.join(' ')),
  ])

it('what an operation costs is the fetches of its plan and the objects of its answer, at most', async () => {
  const costOf = costMeter(readSupergraph())
  expect(await costOf(parse('{ country { code } }'))).toEqual({ fetches: 1, objects: 1 })
  expect(
    await costOf(parse('query Q($no: Boolean!) { country { care @skip(if: $no) { period } } }')),
  ).toEqual({
    fetches: 2,
    objects: 2,
  })
  const page = 'query Q($codes: [ID!]!) { areas(codes: $codes) { code } }'
  expect(await costOf(parse(page))).toEqual({ fetches: 1, objects: 1_000 })
  expect(await costOf(parse('{ country { nothing } }'))).toBeNull()
})

describe('a slice of this graph', () => {
  it('unchanged: nothing is found, and nothing is planned', async () => {
    const report = await check('care', [], {
      registered: [registered('A', '{ country { care { period } } }')],
    })
    expect(plainReport(report)).toEqual({
      ...{ slice: 'care', base: null, today, isRefused: false, operations: 1 },
      ...{ errors: [], hints: [], houseRules: [], changes: [], deprecations: [], unreadable: [] },
      costs: { planned: 0, dearer: [] },
    })
    expect(reportText(plainReport(report))).toBe(
      'care against the committed schema and 1 operation: may be released (nothing breaks).\n',
    )
  })

  it('what leaves the public variant alone is a breaking change of it, which concerns who may have asked it there', async () => {
    const tag = ': HousingProjectConnection @tag(name: "public")'
    const projects = '{ housingProjects(first: 1) { nodes { id } } }'
    const report = await check('housing', [[tag, ': HousingProjectConnection']], {
      registered: [registered('Registered', projects)],
      seen: [
        seen('Projects', projects),
        seen('Places', '{ country { code } }'),
        seen('People', '{ me { id } housingProjects(first: 1) { nodes { id } } }'),
      ],
    })
    const change = report.changes.find(({ coordinate }) => coordinate === 'Query.housingProjects')
    expect(change).toMatchObject({
      severity: 'breaking',
      verdict: 'refused',
      message: 'In the public variant: Query.housingProjects was removed.',
      location: { line: 44 },
    })
    expect(change?.concerns.map(({ operation }) => operation.name)).toEqual(['Projects'])
    expect(report.isRefused).toBe(true)
    expect(reportText(plainReport(report))).toContain(
      'In the public variant: Query.housingProjects was removed.',
    )
  })

  it('a field that is left out when the tag moves from its type to the others leaves it too, and where nobody asked it may', async () => {
    const report = await check('housing', [
      ['type FocusGroupOverlap @tag(name: "public") {', 'type FocusGroupOverlap {'],
      [
        '  "The year, as on 31 December."\n  period: Int!\n',
        '  "The year, as on 31 December."\n  period: Int! @tag(name: "public")\n',
      ],
      [
        '  households: Int\n\n  "Where this comes from."\n  source: Source!\n',
        '  households: Int\n\n  "Where this comes from."\n  source: Source! @tag(name: "public")\n',
      ],
      [
        '  "Why the number is null."\n  missing: [MissingFigure!]!\n',
        '  "Why the number is null."\n  missing: [MissingFigure!]! @tag(name: "public")\n',
      ],
    ])
    const left = 'FocusGroupOverlap.households'
    expect(report.changes.map(({ verdict, coordinate, message }) => [verdict, coordinate, message])).toEqual([
      ['unused', left, `In the public variant: ${left} was removed.`],
    ])
    expect(report.isRefused).toBe(false)
  })

  it('several changes at once: those in use are refused with client, owner and path by aliases, an unused one is allowed, a new deprecation needs its last day', async () => {
    const report = await check(
      'care',
      [
        [clients, 'youthCareClientsX: Int\n'],
        [share, 'youthCareShareX: Float\n'],
        ['distanceToGeneralPractice: Float\n', 'distanceToGeneralPractice: Int\n'],
        ['socialSupportClients: Int\n', 'socialSupportClients: Int @deprecated(reason: "Ask per 1,000.")\n'],
      ],
      {
        registered: [
          registered(
            'Profile',
            'query Profile($code: ID!) { here: neighbourhood(code: $code) { ...Care } } fragment Care on Area { figures: care { young: youthCareClients socialSupportClients } }',
          ),
        ],
        seen: [seen('Map', '{ country { care { distanceToGeneralPractice youthCareClients } } }')],
      },
    )
    expect(verdicts(report)).toEqual([
      ['refused', 'CareProfile.youthCareClients', 'here.figures.young', 'country.care.youthCareClients'],
      ['unused', 'CareProfile.youthCareShare'],
      ['refused', 'CareProfile.distanceToGeneralPractice', 'country.care.distanceToGeneralPractice'],
    ])
    expect(
      report.deprecations.map(({ coordinate, fault, users }) => [coordinate, fault, users.length]),
    ).toEqual([
      [
        'CareProfile.socialSupportClients',
        'CareProfile.socialSupportClients is deprecated without its last day: end the reason with "sunset 2027-02-27" or later.',
        1,
      ],
    ])
    expect(report.isRefused).toBe(true)
    const text = reportText(plainReport(report))
    expect(text).toContain('care against the committed schema and 2 operations: REFUSED (3 breaking).')
    expect(text).toMatch(
      / {2}subgraphs\/care\/schema\.graphql:125:6: CareProfile\.youthCareClients was removed\. It was an indicator: it leaves the catalogue too\.\n {4}dashboard \(front-end\) Profile, src\/Profile\.graphql:1: here\.figures\.young\n {4}notebook 2\.1 Map, last seen 2026-11-20, 12 requests: country\.care\.youthCareClients/,
    )
    expect(text).toContain(
      'tell dashboard (front-end) Profile, src/Profile.graphql:1: here.figures.socialSupportClients',
    )
    const annotations = reportAnnotations(plainReport(report), 'subgraphs/care/schema.graphql').split('\n')
    expect(
      annotations.map((line) => /^::(\w+) file=([^,]+),line=(\d+),/.exec(line)?.slice(1, 3) ?? line),
    ).toEqual([
      ...['error', 'notice', 'error', 'error'].map((level) => [level, 'subgraphs/care/schema.graphql']),
      '',
    ])
    expect(annotations[0]).toContain(
      'title=CareProfile.youthCareClients::CareProfile.youthCareClients was removed.',
    )
  })

  it('what does not compose is told by the code of the composer, with file, line and column', async () => {
    const report = await check('care', [['care: [Dataset!]', 'care: [Flaot!]']])
    expect(report.isRefused).toBe(true)
    expect(report.errors).toEqual([
      {
        code: 'INVALID_GRAPHQL',
        message: expect.stringContaining('Unknown type Flaot'),
        location: { file: 'subgraphs/care/schema.graphql', line: 26, column: expect.any(Number) },
      },
    ])
  })

  it('the house rules hold for what changed: each breach is told at its line, and what was so before is not', async () => {
    const report = await check('integrated-approach', [
      [
        'type HousingNeed @tag(name: "public") {',
        'type HousingNeed @tag(name: "public") {\n  bare: Int\n  "Places."\n  places: [Area!]\n  "A place."\n  place: Area!\n',
      ],
    ])
    expect(report.houseRules.map(({ code, message }) => `${code} ${message.split(' ')[0] ?? ''}`)).toEqual([
      'SLICE HousingNeed.bare',
      'NULLABLE_ACROSS_DOMAINS HousingNeed.place',
      'PAGED_LISTS HousingNeed.places',
    ])
    expect(report.houseRules.every(({ location }) => location?.file.includes('integrated-approach'))).toBe(
      true,
    )
    expect(report.isRefused).toBe(true)
  })

  it('a field about a person without its rule, and an indicator that lacks half of itself', async () => {
    const report = await check('care', [
      ['type PersonCare {', 'type PersonCare {\n  "Open."\n  open: Boolean\n'],
      [
        'type CareProfile @tag(name: "public") {',
        'type CareProfile @tag(name: "public") {\n  "Nights."\n  nights: Int @indicator(unit: COUNT, source: "KWB", columns: ["WmoClienten"])\n',
      ],
    ])
    expect(report.houseRules.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'ACCESS_RULE PersonCare.open carries no rule: give it @requiresScopes and @policy.',
      'COMPLETE_INDICATOR CareProfile.nights is no complete indicator: begin its description with the English label and the Dutch term in brackets.',
      'COMPLETE_INDICATOR CareProfile.nights is no complete indicator: say its kind, such as kind: COUNT: how figures of several areas are taken together.',
      'COMPLETE_INDICATOR CareProfile.socialSupportClients is no complete indicator: the column WmoClienten is that of CareProfile.nights already.',
    ])
  })

  it('a field that requires one of another subgraph: only what asks it is planned anew, and no dearer where the other is asked anyway', async () => {
    const person = registered(
      'Person',
      'query Person($id: ID!) { person(id: $id) { care { shelteredHousing } } }',
    )
    const report = await check(
      'care',
      [
        ['"@key"', '"@key", "@external", "@requires"'],
        [
          'type Person @key(fields: "id") {',
          'type Person @key(fields: "id") {\n  "Year."\n  birthYear: Int @external\n',
        ],
        ['care: PersonCare @', 'care: PersonCare @requires(fields: "birthYear") @'],
      ],
      {
        registered: [
          person,
          registered('Place', '{ country { care { period } } }'),
          registered('Caseload', '{ caseload(first: 2) { nodes { id } } }'),
        ],
      },
    )
    expect(report.costs.planned).toBe(1)
    expect(report.isRefused).toBe(false)
    expect(
      report.costs.dearer.map(({ operation, before, after }) => [operation.name, before, after]),
    ).toEqual([])
  })
})
