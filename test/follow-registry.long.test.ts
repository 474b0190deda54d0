/** A hub that runs follows what is released, without a restart and without a failed request. */
import { generateKeyPairSync } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { startGateway, type RunningGateway } from '@samenhang/gateway/main'
import type { Readiness } from '@samenhang/gateway/processes/watched'
import { openRegistry, type Registry } from '@samenhang/schema/registry/registry'
import type { SliceSource } from '@samenhang/schema/registry/release'
import { statementSigner } from '@samenhang/schema/registry/signing'
import { releaseSlice, rollBack } from '@samenhang/schema/release/make-release'
import { readSliceSources } from '@samenhang/schema/slices'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { itWith, postgres } from '@samenhang/subgraph-kit/requirements'
import { makeTestData, silent, type DatabaseKind, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterEach, expect, it } from 'vitest'

type JWK = Parameters<typeof statementSigner>[0]

const care = readSliceSources().find(({ name }) => name === 'care')!

/** The slice of care with a description of this release, which changes nothing that a subgraph serves. */
const described = (text: string): SliceSource => ({
  ...care,
  sdl: care.sdl.replace('"The year these figures describe."', `"The year these figures describe. ${text}"`),
})

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

const signWith = (key: JWK) => ({
  registry,
  sign: statementSigner(key),
  author: 'care-1',
  permit: () => undefined,
})
const release = async (
  text: string,
  key = openKeys(data.environment).signing('release'),
): Promise<number> => {
  const { statement } = await releaseSlice({
    ...signWith(key),
    slice: described(text),
    isPreview: false,
    gitSha: null,
    check: () => Promise.resolve(null),
    attempt: () => Promise.resolve(),
  })
  return statement.number
}
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
const descriptionOf = async (): Promise<string> => {
  const query = '{ __type(name: "CareProfile") { fields { name description } } }'
  const { data: told } = (await post(query)) as {
    data: { __type: { fields: { name: string; description: string }[] } }
  }
  return told.__type.fields.find(({ name }) => name === 'period')?.description ?? ''
}
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
      await pause(2)
    }
  }
  const clients = Array.from({ length: 4 }, client)
  for (let number = 1; number <= 5; number += 1) {
    expect(await release(`Release ${String(number)}.`)).toBe(number)
    await serves(number)
    expect(await descriptionOf()).toBe(`The year these figures describe. Release ${String(number)}.`)
  }
  await rollBack({ ...signWith(openKeys(data.environment).signing('release')), to: 2 })
  await serves(6)
  expect(await descriptionOf()).toBe('The year these figures describe. Release 2.')
  isDone = true
  await Promise.all(clients)
  expect(failures).toEqual([])
  expect(asked).toBeGreaterThan(50)
}, 600_000)

it('a release that is signed by nobody, or that no gateway can serve, is refused and named; the one before is served on', async () => {
  await open('SQLite', '0.1')
  await release('First.')
  await start()
  expect((await readiness()).release).toEqual({ number: 1 })
  const foreign = {
    ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK),
    kid: 'theirs',
  }
  await release('Forged.', foreign)
  const told = await until(({ release: one }) => one?.refused !== undefined)
  expect(told).toMatchObject({
    ready: true,
    release: {
      number: 1,
      refused: { reason: 'Release 2 is signed with the key theirs, which is none of release.jwks.' },
    },
  })
  expect(await descriptionOf()).toBe('The year these figures describe. First.')
})

it('a hub that starts while its registry does not answer serves the release that it served last', async () => {
  await open('SQLite', '9999')
  await release('Kept.')
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
  expect(await descriptionOf()).toBe('The year these figures describe. Kept.')
})

itWith(postgres, 'in PostgreSQL a release is served at once, however seldom the hub looks', async () => {
  await open('PostgreSQL', '9999')
  await start()
  await release('Told.')
  await serves(1)
  expect(await descriptionOf()).toBe('The year these figures describe. Told.')
})
