/**
 * Previews of the graph: answered to who has the scope that made them and to nobody else, by the same rules, logs and limits; what everyone asks stays as
 * it is.
 */
import { generateKeyPairSync } from 'node:crypto'
import { demoToken } from '@samenhang/gateway/access/demo-token'
import { startGateway, type RunningGateway } from '@samenhang/gateway/main'
import { openRegistry, type Registry } from '@samenhang/schema/registry/registry'
import { statementIn } from '@samenhang/schema/registry/release'
import { statementSigner } from '@samenhang/schema/registry/signing'
import { releaseSlice } from '@samenhang/schema/release/make-release'
import { readSliceSources } from '@samenhang/schema/slices'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const slices = new Map(readSliceSources().map((slice) => [slice.name, slice]))

/** The slice of care with another field, which its subgraph does not serve. */
const withField = (name: string): string =>
  (slices.get('care')?.sdl ?? '').replace(
    /type CareProfile[^{]*\{/,
    (head) => `${head}\n  "What is noted (note)."\n  ${name}: String`,
  )

let data: TestData
let environment: NodeJS.ProcessEnv
let registry: Registry
let running: RunningGateway
/** Of a preview that several tests ask, for making one takes seconds. */
let asked: string
beforeAll(async () => {
  data = await makeTestData()
  environment = {
    ...data.environment,
    PORT: '0',
    HUB_REGISTRY_SECONDS: '0.1',
    HUB_OBJECTS_PER_MINUTE: '3000',
  }
  registry = await openRegistry(environment)
  await make({ sdl: withField('noteReleased'), isPreview: false })
  running = await startGateway({ environment, logger: silent, signals: false })
  asked = String(await make({ sdl: withField('notePreview') }))
})
afterAll(async () => {
  await running.close()
  await registry.close()
  await data.remove()
})

type SigningKey = Parameters<typeof statementSigner>[0]

interface Making {
  readonly name?: string
  readonly sdl: string
  readonly isPreview?: boolean
  readonly key?: SigningKey
}

/** Gives its number. */
async function make({ name = 'care', sdl, isPreview = true, key }: Making): Promise<number> {
  const { statement } = await releaseSlice({
    ...{ registry, isPreview, author: 'team', gitSha: null },
    sign: statementSigner(key ?? openKeys(environment).signing('release')),
    permit: () => undefined,
    slice: { ...slices.get(name)!, sdl },
    check: () => Promise.resolve(null),
    attempt: () => Promise.resolve(),
  })
  return statement.number
}

const tokenFor = async (
  releases: readonly string[],
  actor = 'team-1',
): Promise<Readonly<Record<string, string>>> => ({
  authorization: `Bearer ${await demoToken(environment, running.gateway.register, { role: 'domain-team', client: 'test', releases, actor })}`,
})

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly codes: readonly string[]
}

async function ask(
  headers: Readonly<Record<string, string>>,
  query = '{ __type(name: "CareProfile") { fields { name } } }',
  path = '/graphql',
): Promise<Answer> {
  const response = await fetch(`${running.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  const text = await response.text()
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] }
  return {
    status: response.status,
    headers: response.headers,
    text,
    codes: errors.map(({ extensions }) => extensions.code),
  }
}

describe('a preview', () => {
  it('is answered to the scope that made it, says so, and changes nothing for others', async () => {
    const token = await tokenFor(['care'])
    const answer = await ask({ ...token, 'x-hub-release': asked })
    expect([answer.status, answer.headers.get('x-hub-release')]).toEqual([200, asked])
    expect(answer.text).toContain('notePreview')
    expect(answer.text).not.toContain('noteReleased')
    for (const headers of [{}, token]) {
      const ordinary = await ask(headers)
      expect(ordinary.text).not.toContain('notePreview')
      expect(ordinary.headers.get('x-hub-release')).toBeNull()
    }
  })

  it('answers registered operations too', async () => {
    const response = await fetch(`${running.url}/operations/catalogue`, {
      headers: { ...(await tokenFor(['care'])), 'x-hub-release': asked },
    })
    expect([response.status, response.headers.get('x-hub-release')]).toEqual([200, asked])
    expect(response.headers.get('etag')).toBeNull()
    expect(await response.text()).toContain('"indicators"')
  })

  it('tells who has no release scope nothing, whether there is one or not', async () => {
    const answers = await Promise.all(
      [asked, '4711', 'x'].map((release) => ask({ 'x-hub-release': release })),
    )
    const withToken = await Promise.all(
      [asked, '4711', 'x'].map(async (release) => ask({ ...(await tokenFor([])), 'x-hub-release': release })),
    )
    expect(
      new Set([...answers, ...withToken].map(({ status, text }) => `${String(status)} ${text}`)).size,
    ).toBe(1)
    expect(answers[0]?.status).toBe(403)
    expect(answers[0]?.codes).toEqual(['RELEASE_NOT_ALLOWED'])
    expect(answers[0]?.headers.get('x-hub-release')).toBeNull()
    expect((await ask({ authorization: 'Bearer none', 'x-hub-release': asked })).codes).toEqual([
      'UNAUTHENTICATED',
    ])
  })

  it('is refused to the scope of another slice', async () => {
    const answer = await ask({ ...(await tokenFor(['housing'])), 'x-hub-release': asked })
    expect([answer.status, answer.codes]).toEqual([403, ['RELEASE_NOT_ALLOWED']])
  })

  it.each([
    ['4711', 404, 'RELEASE_NOT_FOUND'],
    // Those are releases, which is not what the header is for: an earlier one may ask for less.
    ['0', 404, 'RELEASE_NOT_FOUND'],
    ['1', 404, 'RELEASE_NOT_FOUND'],
    ['-1', 400, 'BAD_REQUEST'],
    ['1, 2', 400, 'BAD_REQUEST'],
    ['1e3', 400, 'BAD_REQUEST'],
    ['__proto__', 400, 'BAD_REQUEST'],
  ])('of the number %s there is none: %i %s', async (number, status, code) => {
    const answer = await ask({ ...(await tokenFor(['care'])), 'x-hub-release': number })
    expect([answer.status, answer.codes]).toEqual([status, [code]])
  })

  it('is not at the public variant', async () => {
    const answer = await ask({ 'x-hub-release': '1' }, '{ __typename }', '/public/graphql')
    expect([answer.status, answer.codes]).toEqual([403, ['RELEASE_NOT_ALLOWED']])
  })

  it('may be asked by the page of an allowed origin, which may read which release answered', async () => {
    const origin = { origin: 'http://localhost:5173' }
    const preflight = await fetch(`${running.url}/graphql`, { method: 'OPTIONS', headers: origin })
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-hub-release')
    const refused = await ask({ ...origin, 'x-hub-release': '1' })
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin.origin)
    expect(refused.headers.get('access-control-expose-headers')).toContain('x-hub-release')
  })
})

describe('what must hold of a preview', () => {
  const refusedWith = async (number: number, releases = ['care']): Promise<Answer> => {
    const answer = await ask({ ...(await tokenFor(releases)), 'x-hub-release': String(number) })
    expect([answer.status, answer.codes]).toEqual([403, ['RELEASE_REFUSED']])
    return answer
  }

  it('it is signed by a key of this hub', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const key = { ...(privateKey.export({ format: 'jwk' }) as SigningKey), kid: 'foreign', alg: 'EdDSA' }
    const number = await make({ sdl: withField('noteForeign'), key })
    expect((await refusedWith(number)).text).toContain('none of release.jwks')
  })

  it('its texts are those that were signed', async () => {
    const good = (await registry.releases.find(await make({ sdl: withField('noteSwapped') })))!
    const number = good.number + 1
    const statement = { ...statementIn(good), number }
    const { jws, keyId } = await statementSigner(openKeys(environment).signing('release'))(statement)
    const swapped = { ...good, number, jws, keyId, supergraph: `${good.supergraph}\n# changed` }
    expect(await registry.releases.add([swapped], [])).toBe(true)
    expect((await refusedWith(number)).text).toContain('is not the one that was signed')
  })

  it('it changes what it says that it changes', async () => {
    const good = (await registry.releases.find(await make({ sdl: withField('noteHidden') })))!
    const statement = { ...statementIn(good), number: good.number + 1, changed: [] }
    const signed = await statementSigner(openKeys(environment).signing('release'))(statement)
    expect(await registry.releases.add([{ ...good, ...signed }], [])).toBe(true)
    expect((await refusedWith(signed.number)).text).toContain('says that it changes nothing')
  })

  it('it asks nowhere for less than what is served: data about people stay as closed', async () => {
    const sdl = (slices.get('care')?.sdl ?? '').replace(
      /(supportAtHome: Boolean\n.*)\[\["person:read", "care:read"\]\]/,
      '$1[["person:read"]]',
    )
    expect(sdl).not.toBe(slices.get('care')?.sdl)
    expect((await refusedWith(await make({ sdl }))).text).toContain('PersonCare.supportAtHome')
  })

  it('without the scope and a purpose, records of people are null as ever', async () => {
    const query = '{ caseload(first: 1) { nodes { id birthYear } } }'
    const token = await tokenFor(['care'])
    const [preview, ordinary] = [
      await ask({ ...token, 'x-hub-release': asked }, query),
      await ask(token, query),
    ]
    expect(preview.headers.get('x-hub-release')).toBe(asked)
    expect(preview.text).toBe(ordinary.text)
    expect(preview.codes).toContain('UNAUTHORIZED_FIELD_OR_TYPE')
  })

  it('spends the same budget of objects as what everyone asks', async () => {
    const left = ({ headers }: Answer) => Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])
    const query = '{ searchAreas(name: "a", first: 900) { nodes { code } } }'
    // A minute may end in between.
    for (let attempt = 0; ; attempt += 1) {
      const token = await tokenFor(['care'], `spender-${String(attempt)}`)
      await ask(token, query)
      const [ordinary, preview] = [
        await ask(token, query),
        await ask({ ...token, 'x-hub-release': asked }, query),
      ]
      if (attempt < 3 && !(left(preview) < left(ordinary))) continue
      expect(left(preview)).toBeLessThan(left(ordinary))
      return
    }
  })
})

it('a release makes previews anew: one that is looser than what is served by then is refused', async () => {
  const stricter = (slices.get('housing')?.sdl ?? '').replace(
    /(offersMade: Int .*)"housing:read"\]\]/,
    '$1"housing:read", "housing:more"]]',
  )
  expect(stricter).not.toBe(slices.get('housing')?.sdl)
  const number = String(await make({ sdl: withField('noteOld') }))
  const token = { ...(await tokenFor(['care'])), 'x-hub-release': number }
  expect((await ask(token)).status).toBe(200)
  await make({ name: 'housing', sdl: stricter, isPreview: false })
  await expect
    .poll(async () => (await ask(token)).codes, { timeout: 60_000, interval: 300 })
    .toEqual(['RELEASE_REFUSED'])
})
