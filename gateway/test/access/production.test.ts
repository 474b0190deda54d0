/**
 * Production mode starts where all is in order and else says everything that is not; demo mode listens on
 * this machine only and holds synthetic people only.
 */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsIn, refuseUnready, type Inspection } from '../../src/findings.ts'
import { startGateway } from '../../src/main.ts'
import { silent } from '../fakes.ts'

let folder = ''
let environment: NodeJS.ProcessEnv

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'production-'))
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const write = (file: string, content: unknown): Promise<void> =>
    writeFile(join(folder, file), JSON.stringify(content), { mode: 0o600 })
  await write('gateway.jwk', { ...(await exportJWK(privateKey)), kid: 'ours', alg: 'EdDSA' })
  await write('gateway.jwks', { keys: [{ ...(await exportJWK(publicKey)), kid: 'ours', alg: 'EdDSA' }] })
  await write('master.jwk', { kty: 'oct', k: Buffer.alloc(32, 7).toString('base64url'), kid: 'ours' })
  environment = {
    HUB_MODE: 'production',
    HUB_KEYS_DIR: folder,
    HUB_DATA_DIR: join(folder, 'data'),
    HUB_TOKEN_ISSUER: 'https://issuer.example',
    HUB_TOKEN_AUDIENCE: 'hub',
    HUB_TOKEN_KEYS: 'https://issuer.example/keys',
    HUB_REGISTER: join(folder, 'register.json'),
    HUB_AUDIT_DIR: join(folder, 'audit'),
    HUB_AUDIT_ANCHOR: join(folder, 'anchor'),
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const inspect = (change: Partial<Inspection> = {}): Inspection => ({
  environment,
  subgraphs: [
    {
      name: 'care',
      hasSyntheticSubjects: () => Promise.resolve(false),
      hasRealSubjects: () => Promise.resolve(false),
    },
  ],
  subgraphUrls: new Map([
    ['housing', new URL('https://housing.example/graphql')],
    ['education', new URL('http://127.0.0.1:4003/graphql')],
  ]),
  ...change,
})

describe('production mode', () => {
  it('starts where everything is in order', async () => {
    expect(await findingsIn(inspect())).toEqual([])
    await expect(refuseUnready(inspect())).resolves.toBeUndefined()
  })

  it.each([
    'HUB_KEYS_DIR',
    'HUB_TOKEN_ISSUER',
    'HUB_TOKEN_AUDIENCE',
    'HUB_TOKEN_KEYS',
    'HUB_REGISTER',
    'HUB_AUDIT_DIR',
    'HUB_AUDIT_ANCHOR',
  ])('does not start without %s, and says so with what to do', async (name) => {
    const without = inspect({ environment: { ...environment, [name]: undefined } })
    const findings = await findingsIn(without)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.finding).toContain(name)
    expect(findings[0]?.remedy).toMatch(/\.$/)
    await expect(refuseUnready(without)).rejects.toThrow(ConfigError)
  })

  it('does not start with the keys of the demo, with keys that are not there, or with no secret for pseudonyms', async () => {
    const demo = join(folder, 'demo-keys')
    openKeys({ HUB_KEYS_DIR: demo })
    const found = async (keys: string): Promise<string> =>
      (await findingsIn(inspect({ environment: { ...environment, HUB_KEYS_DIR: keys } })))
        .map(({ finding }) => finding)
        .join()
    expect(await found(demo)).toContain('gateway.jwk is a demo key')
    expect(await found(join(folder, 'nowhere'))).toContain('There are no keys')
  })

  it('does not start with a subgraph over plain HTTP off this machine, nor a key set', async () => {
    const subgraphUrls = new Map([['housing', new URL('http://housing.example/graphql')]])
    expect((await findingsIn(inspect({ subgraphUrls })))[0]?.finding).toContain('plain HTTP')
    const plain = { ...environment, HUB_TOKEN_KEYS: 'http://issuer.example/keys' }
    expect((await findingsIn(inspect({ environment: plain })))[0]?.finding).toContain('plain HTTP')
  })

  it('does not start with files that others on the machine may read', async () => {
    const data = join(folder, 'data')
    await mkdir(data, { mode: 0o700 })
    await writeFile(join(data, 'care.sqlite'), '', { mode: 0o600 })
    expect(await findingsIn(inspect())).toEqual([])
    await chmod(join(data, 'care.sqlite'), 0o640)
    const [found, ...others] = await findingsIn(inspect())
    expect(others).toEqual([])
    expect(found?.finding).toContain(join(data, 'care.sqlite'))
    expect(found?.remedy).toContain(`chmod -R go-rwx ${data}`)
    await rm(data, { recursive: true })
  })

  it('does not start with synthetic people', async () => {
    const subgraphs = [
      {
        name: 'care',
        hasSyntheticSubjects: () => Promise.resolve(true),
        hasRealSubjects: () => Promise.resolve(false),
      },
    ]
    expect((await findingsIn(inspect({ subgraphs })))[0]?.finding).toContain('synthetic people in care')
  })

  it('tells all of it at once', async () => {
    const started = startGateway({
      environment: { HUB_MODE: 'production', HUB_DATA_DIR: join(folder, 'data') },
      subgraphs: [],
      logger: silent,
    })
    await expect(started).rejects.toThrow(/HUB_KEYS_DIR.*HUB_TOKEN_ISSUER.*HUB_AUDIT_ANCHOR.*hub doctor/)
  })

  it('is one of two modes, and a word that is neither ends the start', async () => {
    const environment = { HUB_MODE: 'prod' }
    await expect(refuseUnready(inspect({ environment }))).rejects.toThrow('HUB_MODE is "prod"')
    const demo = await findingsIn(inspect({ environment: {} }))
    expect(demo[0]?.finding).toContain('demo mode')
    await expect(refuseUnready(inspect({ environment: {} }))).resolves.toBeUndefined()
  })
})

describe('demo mode', () => {
  const demo = (change: NodeJS.ProcessEnv, real = false): Inspection =>
    inspect({
      environment: change,
      subgraphs: [
        {
          name: 'care',
          hasSyntheticSubjects: () => Promise.resolve(true),
          hasRealSubjects: () => Promise.resolve(real),
        },
      ],
    })

  it.each(['', '127.0.0.1', '127.8.0.1', 'localhost', '::1'])('starts at HOST "%s"', async (HOST) => {
    await expect(refuseUnready(demo({ HOST }))).resolves.toBeUndefined()
  })

  it.each([
    '0.0.0.0',
    '::',
    '192.168.1.4',
    'hub.example',
    '::ffff:10.0.0.1',
    'localhost.example',
    '127.0.0.1/x',
  ])('does not start at HOST "%s", which others can reach', async (HOST) => {
    await expect(refuseUnready(demo({ HOST }))).rejects.toThrow(/HOST is ".+demo mode.+HUB_MODE=production/)
  })

  it('does not start with records of people that were not imported as synthetic', async () => {
    await expect(refuseUnready(demo({}, true))).rejects.toThrow(/not known to be synthetic are in care/)
  })
})
