/** Imports that are killed, and two at once: each domain has old figures or new ones, whole. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'

const hub = fileURLToPath(new URL('../cli/bin/hub.js', import.meta.url))
const tables = {
  'base-registry': 'population_profile',
  housing: 'housing_profile',
  care: 'care_profile',
  education: 'education_profile',
  'labour-market': 'labour_market_profile',
}
const neighbourhoods = 12_000

/** A bulk file of 2023 with one figure for each of five domains, the same in every row. */
function makeFile(data: TestData, figure: number): string {
  const header =
    'ID;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;Codering_3;AantalInwoners_5;Koopwoningen_41;WmoClienten_98;LeerlingenPo_65;PersonenPerSoortUitkeringWW_94;WerkzameBeroepsbevolking_73'
  const rows = Array.from({ length: neighbourhoods }, (_, index) => {
    const code = `BU9${String(100 + Math.floor(index / 100))}${String(1_000 + (index % 100)).padStart(4, '0')}`
    const cells = Array.from({ length: 6 }, () => String(figure))
    return [String(index), code, 'Testdam', 'Buurt', code, ...cells].map((cell) => `"${cell}"`).join(';')
  })
  const file = join(data.directory, `figures-${String(figure)}.csv`)
  writeFileSync(
    file,
    [
      header
        .split(';')
        .map((name) => `"${name}"`)
        .join(';'),
      ...rows,
    ].join('\n'),
  )
  return file
}

function startImport(data: TestData, file: string) {
  const child = spawn(
    process.execPath,
    [hub, 'import', '--no-refresh', '--year', '2023', '--retrieved', '2026-01-01', file],
    {
      env: { ...process.env, ...data.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, output })
    })
  })
  return { child, ended }
}

/** Of each domain: how many areas hold the old figure and how many the new. */
function counted(data: TestData, oldFigure: number, newFigure: number) {
  return Object.entries(tables).map(([name, table]) => {
    const database = new BetterSqlite3(join(data.directory, `${name}.sqlite`), { readonly: true })
    const columns = {
      population_profile: 'inhabitants',
      housing_profile: 'owner_occupied_share',
      care_profile: 'social_support_clients',
      education_profile: 'pupils_primary_education',
      labour_market_profile: 'unemployment_benefit_recipients',
    }
    const column = columns[table as keyof typeof columns]
    const count = (figure: number) =>
      (
        database
          .prepare(`select count(*) as n from ${table} where period = 2023 and ${column} = ?`)
          .get(figure) as { n: number }
      ).n
    const result = { name, old: count(oldFigure), new: count(newFigure) }
    database.close()
    return result
  })
}

describe('an import that is killed', () => {
  let data: TestData
  beforeAll(async () => {
    data = await makeTestData()
  })
  afterAll(() => data.remove())

  it('leaves old figures or new ones whole in every domain, wherever it is cut, and the next import completes it', async () => {
    const first = await startImport(data, makeFile(data, 11)).ended
    expect(first).toMatchObject({ code: 0 })
    const revised = makeFile(data, 22)
    const begun = Date.now()
    const whole = await startImport(data, revised).ended
    expect(whole).toMatchObject({ code: 0 })
    const duration = Date.now() - begun

    // Cut later and later while the kills land, earlier where the import was faster than the one that was timed.
    let cut = 0
    for (let attempt = 0, share = 0.4; cut < 5 && attempt < 15; attempt += 1) {
      expect(await startImport(data, makeFile(data, 11)).ended).toMatchObject({ code: 0 })
      const { child, ended } = startImport(data, revised)
      await sleep(duration * share)
      child.kill('SIGKILL')
      const landed = (await ended).code === null
      for (const domain of counted(data, 11, 22)) {
        const counts = [domain.old, domain.new].sort((a, b) => a - b)
        expect(counts, `${domain.name} cut at ${String(share)}`).toEqual([0, neighbourhoods])
      }
      if (landed) cut += 1
      share = landed ? Math.min(0.95, share + 0.12) : share * 0.8
    }
    expect(cut).toBe(5)
    expect(await startImport(data, revised).ended).toMatchObject({ code: 0 })
    for (const domain of counted(data, 11, 22)) expect(domain).toMatchObject({ old: 0, new: neighbourhoods })
  })

  it('two imports at once: the second waits, and both are whole', async () => {
    const both = await Promise.all([
      startImport(data, makeFile(data, 33)).ended,
      startImport(data, makeFile(data, 44)).ended,
    ])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    const [one] = counted(data, 33, 44)
    for (const domain of counted(data, 33, 44)) expect([domain.old, domain.new]).toEqual([one?.old, one?.new])
  })
})
