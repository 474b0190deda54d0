/** A hub that runs follows what is released, without a restart and without a failed request. */
import { generateKeyPairSync } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { startGateway, type RunningGateway } from '@samenhang/gateway/main'
import type { Readiness } from '@samenhang/gateway/processes/watched'
import { openRegistry, type Registry } from '@samenhang/schema/registry/registry'
import { itWith, postgres } from '@samenhang/subgraph-kit/requirements'
import { makeTestData, silent, type DatabaseKind, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterEach, expect, it } from 'vitest'
import { careReleases, describedQuery, releasesMadeAhead, textIn, type JWK } from './care-releases.ts'

let data: TestData
let registry: Registry
let running: RunningGateway | undefined
afterEach(async () => {
  await running?.close()
  running = undefined
  await registry.close()
  await data.remove()
})

async function open(kind: DatabaseKind, seconds: string): Promise<void> {
  data = await makeTestData(kind)
  const { DATABASE_URL: url, ...environment } = data.environment
  data = {
    ...data,
    environment: {
      ...environment,
      ...(url && { REGISTRY_URL: url }),
      PORT: '0',
      HUB_REGISTRY_SECONDS: seconds,
    },
  }
  registry = await openRegistry(data.environment)
}

const start = async (): Promise<RunningGateway> =>
  (running = await startGateway({ environment: data.environment, logger: silent, signals: false }))

const releases = () => careReleases(registry, data.environment)
const readiness = async (): Promise<Readiness> =>
  (await (await fetch(`${running?.adminUrl ?? ''}/ready`)).json()) as Readiness
const until = async (isSo: (told: Readiness) => boolean): Promise<Readiness> => {
  for (;;) {
    const told = await readiness()
    if (isSo(told)) return told
    await pause(50)
  }
}
const serves = (number: number) => until(({ release: told }) => told?.number === number)
const served = async (): Promise<string> => textIn(await post(describedQuery))
const post = async (query: string): Promise<unknown> => {
  const response = await fetch(`${running?.url ?? ''}/graphql`, {
    method: 'POST',
    // This process composes too, and may hold up a connection that is kept for longer than it is kept.
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query }),
  })
  return response.json()
}

it('no request fails while five releases and a rollback are served one after another', async () => {
  await open('SQLite', '0.1')
  await start()
  const texts = [1, 2, 3, 4, 5].map((number) => `Release ${String(number)}.`)
  const stored = await releasesMadeAhead(registry, data.environment, { texts, restored: 2 })
  let asked = 0
  const failures: unknown[] = []
  let isDone = false
  const client = async (): Promise<void> => {
    while (!isDone) {
      asked += 1
      const answer = await post(
        '{ datasets { care { period } housing { period } } indicators { id } }',
      ).catch((error: unknown) => ({ errors: error }))
      if (typeof answer !== 'object' || answer === null || 'errors' in answer) failures.push(answer)
      await pause(20)
    }
  }
  const clients = Array.from({ length: 4 }, client)
  for (const [index, text] of [...texts, 'Release 2.'].entries()) {
    expect(await stored[index]?.()).toBe(true)
    await serves(index + 1)
    expect(await served()).toBe(text)
  }
  isDone = true
  await Promise.all(clients)
  expect(failures).toEqual([])
  expect(asked).toBeGreaterThan(50)
}, 600_000)

it('a release that is signed by nobody, or that no gateway can serve, is refused and named; the one before is served on', async () => {
  await open('SQLite', '0.1')
  await releases().release('First.')
  await start()
  expect((await readiness()).release).toEqual({ number: 1 })
  const foreign = {
    ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK),
    kid: 'theirs',
  }
  await releases().release('Forged.', foreign)
  const told = await until(({ release: one }) => one?.refused !== undefined)
  expect(told).toMatchObject({
    ready: true,
    release: {
      number: 1,
      refused: { reason: 'Release 2 is signed with the key theirs, which is none of release.jwks.' },
    },
  })
  expect(await served()).toBe('First.')
})

it('a hub that starts while its registry does not answer serves the release that it served last', async () => {
  await open('SQLite', '9999')
  await releases().release('Kept.')
  await start()
  await running?.close()
  const { writeFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  await registry.close()
  writeFileSync(join(data.directory, 'registry.db'), 'no database')
  await start()
  expect((await readiness()).release).toMatchObject({
    number: 1,
    unreadable: expect.stringContaining('registry') as string,
  })
  expect(await served()).toBe('Kept.')
})

itWith(postgres, 'in PostgreSQL a release is served at once, however seldom the hub looks', async () => {
  await open('PostgreSQL', '9999')
  await start()
  await releases().release('Told.')
  await serves(1)
  expect(await served()).toBe('Told.')
})
