/** The example files of persons, imported into all domains as the README says, and what a caseworker then reads. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importRecords, openRecordsFile, type RecordsReport } from '@samenhang/subgraph-kit/records-file'
import { openHub, type TestHub } from './hub.ts'

const folder = new URL('../subgraphs/', import.meta.url)
const files = readdirSync(folder)
  .sort()
  .flatMap((name) =>
    ['persons.csv', 'caseload.csv', 'consents.csv', 'citizens.csv'].map(
      (file) => new URL(`${name}/data/${file}`, folder),
    ),
  )
  .filter((file) => readOrNull(file) !== null)
const numbers = [...new Set(files.flatMap((file) => readOrNull(file)?.match(/^9\d{8}/gm) ?? []))]

function readOrNull(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

describe('the example files of persons', () => {
  let hub: TestHub
  const reports: RecordsReport[] = []

  beforeAll(async () => {
    hub = await openHub({ country: {} })
    const formats = hub.subgraphs.flatMap((subgraph) => subgraph.formats)
    for (const path of files) {
      const file = await openRecordsFile(path.pathname)
      if (file) reports.push(...((await importRecords(formats, file)) ?? []))
    }
  })
  afterAll(() => hub.close())

  it('are one for each domain, and of caseloads, consents and citizens, each taken by its own domain only', () => {
    expect(reports.map(({ subgraph, format, outcome }) => [subgraph, format, outcome])).toEqual([
      ['base-registry', 'base-registry records', 'STORED'],
      ['base-registry', 'caseload', 'STORED'],
      ['base-registry', 'consents', 'STORED'],
      ['base-registry', 'citizens', 'STORED'],
      ['care', 'care records', 'STORED'],
      ['education', 'education records', 'STORED'],
      ['housing', 'housing records', 'STORED'],
      ['integration', 'integration records', 'STORED'],
      ['labour-market', 'labour-market records', 'STORED'],
    ])
  })

  it('are one person across the domains when asked', async () => {
    const asking = { credentials: await hub.credentials('caseworker', 'open-needs') }
    const { data, errors } = await hub.ask(
      `{ caseload(first: 10) { totalCount nodes { name residence { name }
        housing { situation since tenure urgency homelessness { from to accommodation } }
        care { arrangements { kind status from } waitingFor { kind since } shelteredHousing }
        education { highestLevel enrolled basicQualification }
        labourMarket { position incomeBand benefits { kind from to } trajectory }
        integration { permitKind permitYear route examPartsPassed }
        openNeeds { kind domains since } } } }`,
      {},
      asking,
    )
    expect(errors).toEqual([])
    const { totalCount, nodes } = (
      data as unknown as { caseload: { totalCount: number; nodes: readonly { name: string }[] } }
    ).caseload
    expect(totalCount).toBe(3)
    expect(nodes.find(({ name }) => name === 'Omar Voorbeeld')).toEqual({
      name: 'Omar Voorbeeld',
      residence: null,
      housing: {
        situation: 'HOMELESS_SHELTER',
        since: '2024-11-20',
        tenure: null,
        urgency: 'SOCIAL',
        homelessness: [
          { from: '2024-10-02', to: null, accommodation: 'HOMELESS_SHELTER' },
          { from: '2016-01-12', to: '2016-08-30', accommodation: 'STREET' },
        ],
      },
      care: {
        arrangements: [
          { kind: 'DAY_ACTIVITIES', status: 'ACTIVE', from: '2025-01-06' },
          { kind: 'SHELTER', status: 'ACTIVE', from: '2024-11-20' },
        ],
        waitingFor: [{ kind: 'SHELTERED_HOUSING', since: '2025-02-03' }],
        shelteredHousing: false,
      },
      education: { highestLevel: 'INTERMEDIATE', enrolled: false, basicQualification: true },
      labourMarket: {
        position: 'UNEMPLOYED',
        incomeBand: 'LOWEST',
        benefits: [{ kind: 'UNEMPLOYMENT', from: '2023-10-01', to: '2024-03-31' }],
        trajectory: 'VOLUNTARY_WORK',
      },
      integration: { permitKind: 'FAMILY', permitYear: 2016, route: null, examPartsPassed: [] },
      openNeeds: [
        { kind: 'HOME_MISSING', domains: ['HOUSING', 'CARE'], since: '2024-11-20' },
        { kind: 'BENEFIT_MISSING', domains: ['LABOUR_MARKET'], since: '2024-03-31' },
      ],
    })
  })

  it('a citizen of them sees themselves, and who has no consent that holds is told so', async () => {
    const citizen = { credentials: await hub.credentials('citizen', 'access-own-data', 'citizen-2') }
    const own = await hub.ask('{ me { name education { highestLevel } } }', {}, citizen)
    expect(own.errors).toEqual([])
    expect(own.data).toMatchObject({ me: { name: expect.stringContaining('Voorbeeld') as string } })
    const asking = { credentials: await hub.credentials('caseworker', 'wmo-intake') }
    const { data, errors } = await hub.ask(
      '{ caseload(first: 10) { nodes { education { highestLevel } } } }',
      {},
      asking,
    )
    expect(data).toEqual({ caseload: { nodes: [null, null, null] } })
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(Array(3).fill('CONSENT_MISSING'))
  })

  it('leave no number anywhere in the data folder', () => {
    expect(numbers).toHaveLength(4)
    const data = hub.environment['HUB_DATA_DIR'] ?? ''
    const kept = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(kept.length).toBeGreaterThan(6)
    for (const { parentPath, name } of kept) {
      const bytes = readFileSync(join(parentPath, name))
      for (const number of numbers) expect(bytes.includes(number), name).toBe(false)
    }
  })
})
