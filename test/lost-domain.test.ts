/**
 * A hub with lost databases starts and answers for the other domains; commands that write do not touch what
 * is lost.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLogger } from '@samenhang/gateway/log'
import { startGateway } from '@samenhang/gateway/main'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let data: TestData

beforeAll(async () => {
  data = await makeTestData()
  const subgraphs = await openSubgraphs({ environment: data.environment, logger: silent })
  await seedAll(subgraphs, { neighbourhoods: 5 })
  await Promise.all(subgraphs.map((subgraph) => subgraph.close()))
}, 240_000)

afterAll(() => data.remove())

it('a hub with a database that is gone and one that is damaged starts: their domains are unavailable, which it tells once, and the others answer', async () => {
  rmSync(join(data.directory, 'care.sqlite'))
  writeFileSync(join(data.directory, 'housing.sqlite'), 'no database, '.repeat(1_000))
  const told: string[] = []
  const logger = createLogger('warn', { write: (line: string) => void told.push(line) })
  const environment = { ...data.environment, PORT: '0' }
  const running = await startGateway({ environment, logger, signals: false })
  const asked = async () => {
    const query = `{ municipality(code: "GM9001") { code name housing { rentalShare } care { __typename } education { __typename } } }`
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return (await response.json()) as {
      data: { municipality: Record<string, unknown> }
      errors: { message: string; path: string[]; extensions: Record<string, unknown> }[]
    }
  }
  try {
    const ready = await fetch(`${String(running.adminUrl)}/ready`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ ready: false, notReady: ['care', 'housing'] })
    const { data: answer, errors } = await asked()
    expect(answer.municipality).toMatchObject({ code: 'GM9001', housing: null, care: null })
    expect(answer.municipality['education']).toEqual({ __typename: 'EducationProfile' })
    expect(errors.map(({ path, extensions }) => [path.at(-1), extensions]).sort()).toEqual([
      ['care', { code: 'DATABASE_UNAVAILABLE', subgraph: 'care' }],
      ['housing', { code: 'DATABASE_UNAVAILABLE', subgraph: 'housing' }],
    ])
    expect(JSON.stringify(errors)).not.toMatch(/sqlite|known|samenhang-/)
    expect(await asked()).toMatchObject({ errors })
    const lost = told.map((line) => JSON.parse(line) as { msg: string; subgraph: string; level: number })
    expect(lost.map(({ subgraph }) => subgraph).sort()).toEqual(['care', 'housing'])
    expect(lost.find(({ subgraph }) => subgraph === 'care')?.msg).toContain(
      'is gone, though it has held data',
    )
    expect(lost.find(({ subgraph }) => subgraph === 'housing')?.msg).toContain('is damaged')
  } finally {
    await running.close()
  }
}, 240_000)

it('commands that write do not open what is gone: they say which, and what to do', async () => {
  await expect(openSubgraphs({ environment: data.environment, logger: silent })).rejects.toThrow(
    /^The database of (care|housing) .*Restore it from a backup/,
  )
})
