/**
 * Made files of other sources than the key figures, imported into every subgraph: several years in one transaction, limits, identities that a
 * source promises, and nothing stored where a file is refused.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile, type OpenFileOptions } from '@samenhang/subgraph-kit/statline/open-file'
import { openHub, type TestHub } from './hub.ts'
import { sourcesOf } from './plain-rows.ts'

let hub: TestHub
beforeEach(async () => {
  hub = await openHub({ country: null })
})
afterEach(async () => {
  await hub.close()
})

async function take(name: string, text: string, options: OpenFileOptions = {}) {
  const path = join(mkdtempSync(join(tmpdir(), 'samenhang-')), name)
  writeFileSync(path, text)
  const sources = sourcesOf(hub.subgraphs)
  return importTable(hub.subgraphs, await openFile(path, { sources, retrievedAt: '2026-01-01', ...options }))
}

const row = (code: string, year: number, ...[fys, onv, soc, vrz, won]: readonly number[]) => {
  const parts = [fys ?? 0, onv ?? 0, soc ?? 0, vrz ?? 0, won ?? 0]
  const deviation = parts.reduce((sum, part) => sum + part, 0)
  return [code, 'Wijk', year, 4.1 + deviation, deviation, ...parts].join(',')
}
const head = 'wk_code,wk_naam,jaar,lbm,afw,fys,onv,soc,vrz,won'
const liveability = [
  head,
  row('WK800101', 2020, 0.1, 0.2, 0.3, 0.1, 0.1),
  row('WK800101', 2022, -0.1, 0, 0, 0, 0),
  '',
].join('\n')

const scoresOf = async (code: string) =>
  (
    await hub.ask(
      `{ area(code: "${code}") { liveabilitySeries { period deviation physicalSurroundings source { kind table } } } }`,
    )
  ).data

it('a file of several years is stored in one go, each year with a source of its own, and imported again changes nothing', async () => {
  const report = await take('scores.csv', liveability)
  expect(report).toMatchObject({ periods: [2020, 2022], areas: { DISTRICT: 1 }, unknownColumns: [] })
  const source = { kind: 'INDEX', table: 'Leefbaarometer-3.0' }
  expect(await scoresOf('WK800101')).toEqual({
    area: {
      liveabilitySeries: [
        { period: 2020, deviation: expect.closeTo(0.8) as number, physicalSurroundings: 0.1, source },
        { period: 2022, deviation: -0.1, physicalSurroundings: -0.1, source },
      ],
    },
  })
  const again = await take('scores.csv', liveability)
  expect(again.domains.find(({ name }) => name === 'liveability')?.outcome).toBe('UNCHANGED')
  const counted = await hub.ask('{ datasets { liveability { period areas } } }')
  expect(counted.data).toEqual({
    datasets: {
      liveability: [
        { period: 2022, areas: 1 },
        { period: 2020, areas: 1 },
      ],
    },
  })
})

it('a sum that its parts do not add up to refuses the whole file, also in its last year', async () => {
  const broken = liveability.replace(',-0.1,-0.1,0', ',-0.2,-0.1,0')
  await expect(take('scores.csv', broken)).rejects.toThrow(
    /line 3, column afw: -0.2 is not the sum of physicalSurroundings, .*, which is -0.1/,
  )
  expect(await scoresOf('WK800101')).toEqual({ area: null })
})

it('an older release of several years is refused in whole, and the newer stays', async () => {
  await take('scores.csv', liveability)
  const older = [
    head,
    row('WK800101', 2020, 0.1, 0.2, 0.3, 0.1, 0.1),
    row('WK800101', 2022, -0.2, 0, 0, 0, 0),
    '',
  ].join('\n')
  await expect(take('scores.csv', older, { retrievedAt: '2025-01-01' })).rejects.toThrow(/--force/)
})

it('limits stand beside the estimates that have them, and without them there are none', async () => {
  const keys =
    'Leeftijd;Marges;WijkenEnBuurten;Perioden;Codering_3;ErvarenGezondheidGoedZeerGoed_4;Eenzaam_28'
  const line = (margin: string, good: string, lonely: string) =>
    `20300;${margin};GM8001;2022JJ00;GM8001;${good};${lonely}\n`
  await take(
    'health.csv',
    `${keys}\n${line('MW00000', '80.1', '')}${line('MOG0095', '79.0', '')}${line('MBG0095', '81.2', '')}`,
    { table: '50150NED' },
  )
  const { data, errors } = await hub.ask(
    '{ area(code: "GM8001") { health { goodHealthShare lonelyShare limits { field lower upper } source { kind boundaryYear } } } }',
  )
  expect(errors).toEqual([])
  expect(data).toEqual({
    area: {
      health: {
        goodHealthShare: 80.1,
        lonelyShare: null,
        limits: [{ field: 'goodHealthShare', lower: 79, upper: 81.2 }],
        source: { kind: 'MODELLED_ESTIMATE', boundaryYear: 2024 },
      },
    },
  })
  await expect(
    take('health.csv', `${keys}\n${line('MW00000', '180.1', '')}`, { table: '50150NED' }),
  ).rejects.toThrow('«180.1» is a share over 100 per cent')
})
