/**
 * `hub import cbs:` against a server that behaves as the CBS's does: what is fetched for one municipality,
 * what is asked again, and what is said where the CBS does not answer.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { createGateway } from '@samenhang/gateway/gateway'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { silent } from '@samenhang/subgraph-kit/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startCbs, type CbsServer } from '../../subgraph-kit/test/statline/cbs-server.ts'
import { hubHere } from './hub-here.ts'
import { environmentFor, runHub, type Ended } from './hub.ts'
import { planHere } from '@samenhang/gateway/plan-here'

let folder: string
let cbs: CbsServer

/** One area as the CBS's interface gives it: the code padded, figures as numbers. */
const record = (code: string, inhabitants: number, wozValue: number | null) => ({
  WijkenEnBuurten: code.padEnd(10),
  Gemeentenaam_1: 'Amsterdam'.padEnd(40),
  Codering_3: code.padEnd(10),
  AantalInwoners_5: inhabitants,
  GemiddeldeWOZWaardeVanWoningen_39: wozValue,
  Nettoarbeidsparticipatie_78: 70,
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-odata-'))
  const records = [
    record('NL00', 17_942_942, 379),
    record('GM0344', 374_000, 458),
    record('GM0363', 931_298, 510),
    record('WK0363AA', 4_000, 600),
    record('BU0363AA01', 1_040, null),
  ]
  cbs = await startCbs({
    id: '85984NED',
    infos: { Title: 'Kerncijfers wijken en buurten 2024', Period: '2024' },
    keys: Object.keys(records[0] ?? {}),
    records: records.map((values, ID) => ({ ID, ...values })),
  })
})

afterEach(async () => {
  await cbs.close()
  rmSync(folder, { recursive: true, force: true })
})

function importAmsterdam(run = hubHere): Promise<Ended> {
  return run(['import', 'cbs:85984NED', '--area', 'GM0363', '--no-refresh'], {
    environment: { HUB_DATA_DIR: folder, CBS_ODATA_URL: cbs.url },
  })
}

async function ask(query: string): Promise<unknown> {
  const environment = environmentFor({ HUB_DATA_DIR: folder })
  const subgraphs = await openSubgraphs({ environment, logger: silent })
  const gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl: readSupergraph(),
    subgraphs,
    sign: subgraphTokens(environment),
    logger: silent,
  })
  try {
    return JSON.parse((await gateway.execute({ query })).text)
  } finally {
    await gateway.close()
  }
}

test('hub import cbs: fetches one municipality with what lies in it, and the graph answers its figures', async () => {
  const { code, stdout, stderr } = await importAmsterdam(runHub)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('cbs:85984NED: table 85984NED, year 2024')
  expect(stdout).toContain('municipality 1, district 1, neighbourhood 1')
  expect(
    await ask(`{
      area(code: "BU0363AA01") {
        name
        population { inhabitants }
        housing { averageWozValue source { table synthetic } }
        labourMarket { netParticipationRate }
      }
      municipality(code: "GM0363") { name housing { averageWozValue } }
      other: municipality(code: "GM0344") { code }
    }`),
  ).toEqual({
    data: {
      area: {
        name: 'Naam van BU0363AA01',
        population: { inhabitants: 1_040 },
        housing: { averageWozValue: null, source: { table: '85984NED', synthetic: false } },
        labourMarket: { netParticipationRate: 70 },
      },
      municipality: { name: 'Naam van GM0363', housing: { averageWozValue: 510_000 } },
      other: null,
    },
  })

  const again = await importAmsterdam()
  expect(again.stdout).toMatch(/housing .* unchanged/)
  expect(again.stdout).not.toMatch(/stored|replaced/)
})

test('hub import cbs: asks again where the CBS fails or is too busy, and says so', async () => {
  cbs.fault = (path, times) => {
    if (times > 0) return null
    if (path.includes('/TypedDataSet?')) return { status: 500 }
    return path.includes('/TypedDataSet/$count') ? { status: 429, headers: { 'retry-after': '0' } } : null
  }
  const { code, stdout, stderr } = await importAmsterdam()
  expect(code).toBe(0)
  expect(stdout).toMatch(/housing .* stored/)
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^cbs:85984NED: status 429; try 2 in \d s$/),
    expect.stringMatching(/^cbs:85984NED: status 500; try 2 in \d s$/),
  ])
})

test('hub import cbs: where the CBS does not answer at all, one line says so at the end, and the exit code is 1', async () => {
  await cbs.close()
  const { code, stdout, stderr } = await importAmsterdam()
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  const lines = stderr.trimEnd().split('\n')
  expect(lines.pop()).toMatch(
    /^hub import: cbs:85984NED: the CBS gave no answer to use in 6 attempts \(.*ECONNREFUSED\)\. .*nothing was stored\.$/,
  )
  expect(lines).toHaveLength(5)
  for (const line of lines) expect(line).toMatch(/^cbs:85984NED: .*; try \d in \d s$/)
})

test('hub import cbs: takes a table of regions, which a domain reads by its headings', async () => {
  const topic = (ID: number, Key: string, ParentID: number) => ({ ID, Key, ParentID, Title: Key.slice(0, 4) })
  const group = (ID: number, Title: string) => ({ 'odata.type': 'Cbs.OData.TopicGroup', ID, Key: '', Title })
  const regions = await startCbs({
    id: '85755NED',
    infos: { Title: 'Gebieden in Nederland 2024', Period: '2024' },
    areas: 'RegioS',
    keys: ['RegioS'],
    properties: [
      group(90, 'Codes en namen van gemeenten'),
      group(91, "Arbeidsmarktregio's"),
      topic(1, 'Code_1', 90),
      topic(2, 'Code_2', 91),
      topic(3, 'Naam_3', 91),
    ],
    records: [
      { ID: 0, RegioS: 'GM0363    ', Code_1: 'GM0363    ', Code_2: 'AM18      ', Naam_3: 'Groot Amsterdam' },
    ],
  })
  try {
    const { code, stdout, stderr } = await hubHere(['import', 'cbs:85755ned', '--no-refresh'], {
      environment: { HUB_DATA_DIR: folder, CBS_ODATA_URL: regions.url },
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^cbs:85755NED: Gebieden in Nederland/)
  } finally {
    await regions.close()
  }
  expect(await ask('{ region(code: "AM18") { name period municipalityCodes } }')).toEqual({
    data: { region: { name: 'Groot Amsterdam', period: 2024, municipalityCodes: ['GM0363'] } },
  })
})
