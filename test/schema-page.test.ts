/**
 * The page of the schema, over a registry with releases: what was released, who owns what and who uses what, each to whom it may be told; the feed; bad
 * addresses; and in a browser that axe-core finds nothing serious, in light, in dark and on a phone.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { demoToken } from '@samenhang/gateway/access/demo-token'
import { startGateway, type RunningGateway } from '@samenhang/gateway/main'
import { openRegistry } from '@samenhang/schema/registry/registry'
import { digestOf, statementIn, type Release } from '@samenhang/schema/registry/release'
import { statementSigner } from '@samenhang/schema/registry/signing'
import { releaseSlice } from '@samenhang/schema/release/make-release'
import { readSliceSources } from '@samenhang/schema/slices'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { describeWith } from '@samenhang/subgraph-kit/requirements'
import { makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium, openBrowser, type BrowserPage } from './browser.ts'

const care = readSliceSources().find(({ name }) => name === 'care')!

/** The slice of care with another public field and another field about people. */
const longer = (name: string): string =>
  care.sdl
    .replace(/type CareProfile[^{]*\{/, (head) => `${head}\n  "What is noted (note)."\n  ${name}: String`)
    .replace(
      /  supportAtHome: Boolean(\n.*\n.*)/,
      (field, rules: string) => `${field}\n\n  "What is noted (note)."\n  ${name}: String${rules}`,
    )

const hostile = '<script>alert("1")</script>'
let data: TestData
let running: RunningGateway
let environment: NodeJS.ProcessEnv
beforeAll(async () => {
  data = await makeTestData()
  environment = { ...data.environment, PORT: '0', HUB_USAGE_SECONDS: '1' }
  const registry = await openRegistry(environment)
  const sign = statementSigner(openKeys(environment).signing('release'))
  for (const [name, author, isPreview] of [
    ['noteOne', 'care-1', false],
    ['noteTwo', hostile, false],
    ['notePreview', 'care-1', true],
  ] as const)
    await releaseSlice({
      ...{ registry, sign, author, isPreview },
      permit: () => undefined,
      slice: { ...care, file: '/home/someone/care.graphql', sdl: longer(name) },
      gitSha: null,
      check: () => Promise.resolve(null),
      attempt: () => Promise.resolve(),
    })
  await registry.close()
  running = await startGateway({ environment, logger: silent, signals: false })
})
afterAll(async () => {
  await running.close()
  await data.remove()
})

/** What a proxy adds: then the client is the public. */
const fromElsewhere = { 'x-forwarded-for': '198.51.100.7' }
const get = async (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => {
  const response = await fetch(`${running.url}${path}`, { headers, method })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const tokenOf = async (role: 'domain-team' | 'data-scientist') => ({
  ...fromElsewhere,
  authorization: `Bearer ${await demoToken(environment, running.gateway.register, { role, client: 'test' })}`,
})

describe('releases', () => {
  it('stand newest first, with author, slices and changes; a preview is not among them', async () => {
    const { status, text } = await get('/schema')
    expect(status).toBe(200)
    expect([...text.matchAll(/id="release-(\d+)"/g)].map(([, number]) => number)).toEqual(['2', '1', '0'])
    expect(text).toContain('Release 2 is served.')
    expect(text).toMatch(/added<\/span> <a [^>]*><code>CareProfile\.noteTwo<\/code>/)
    expect(text).toMatch(/removed<\/span> <a [^>]*><code>CareProfile\.noteOne<\/code>/)
    expect(text).toContain('care-1')
    expect(text).not.toContain('notePreview')
    expect(text).not.toContain('/home/someone')
    expect((await get('/schema?before=1')).text).not.toContain('id="release-1"')
  })

  it('have a page each, and text of a release cannot become markup', async () => {
    const { status, text, headers } = await get('/schema/2')
    expect(status).toBe(200)
    expect(text).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
    expect(text).not.toContain('<script')
    expect(headers.get('content-security-policy')).toContain("script-src 'none'")
  })

  it('tell the public only of what the public may see, and a team of all', async () => {
    const { text } = await get('/schema/2', fromElsewhere)
    expect(text).toContain('CareProfile.noteTwo')
    expect(text).not.toContain('PersonCare')
    expect((await get('/schema', fromElsewhere)).text).not.toContain('PersonCare')
    expect((await get('/schema/changes.atom', fromElsewhere)).text).not.toContain('PersonCare')
    expect((await get('/schema/2', await tokenOf('data-scientist'))).text).not.toContain('PersonCare')
    expect((await get('/schema/2', await tokenOf('domain-team'))).text).toContain('PersonCare.noteTwo')
  })

  it('name the owner of every slice', async () => {
    const { text } = await get('/schema', fromElsewhere)
    expect(text).toMatch(/>care<\/td><td data-heading="Owner">@samenhang\/care<\/td>/)
    expect(text).toMatch(/>usage \(answered by the gateway\)<\/td><td data-heading="Owner">@samenhang\/hub</)
  })
})

describe('who uses what', () => {
  it('is told to teams alone', async () => {
    const body = JSON.stringify({
      query: '{ municipality(code: "GM9001") { care { socialSupportClients } } }',
    })
    const client = { 'content-type': 'application/json', 'apollographql-client-name': `portal ${hostile}` }
    await fetch(`${running.url}/graphql`, { method: 'POST', headers: client, body })
    const path = '/schema/usage?of=CareProfile.socialSupportClients'
    for (let text = ''; !text.includes('portal'); await pause(200)) text = (await get(path)).text
    const told = await get(path, await tokenOf('domain-team'))
    expect(told.text).toContain('portal &lt;script&gt;')
    expect(told.text).not.toContain('<script')
    expect(told.headers.get('cache-control')).toBe('private, no-cache')
    expect(told.headers.get('vary')).toContain('authorization')
    for (const headers of [fromElsewhere, await tokenOf('data-scientist')]) {
      const refused = await get(path, headers)
      expect([refused.status, refused.text]).toEqual([
        403,
        '{"error":"Who uses what is told to a token with the scope schema:read."}',
      ])
      expect((await get('/schema', headers)).text).not.toContain('portal')
    }
  })

  it('a part of an interface counts for its types, and nobody is told of one that is not there', async () => {
    expect((await get('/schema/usage?of=Area.care')).text).toContain('<code>Municipality.care</code>')
    expect((await get('/schema/usage?of=Nothing.here')).text).toContain(
      'Nobody used <code>Nothing.here</code>',
    )
  })
})

describe('the feed', () => {
  it('is Atom with an entry for each release, whose id stays', async () => {
    const { status, headers, text } = await get('/schema/changes.atom')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom">')
    expect(text.match(/<entry>/g)).toHaveLength(3)
    const ids = [...text.matchAll(/<id>(urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})<\/id>/g)]
    expect(new Set(ids.map(([, id]) => id)).size).toBe(3)
    expect(text.match(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/g)).toHaveLength(4)
    expect(text).toContain(`<link rel="self" href="${running.url}/schema/changes.atom"/>`)
    expect(text).toContain('<name>&lt;script&gt;alert("1")&lt;/script&gt;</name>')
    expect((await get('/schema/changes.atom')).text).toBe(text)
  })
})

describe('addresses', () => {
  it.each([
    ['/schema/3', 404, 'There is no release 3.'],
    ['/schema/4711', 404, 'There is no release 4711.'],
    ['/schema/1x', 404, 'There is nothing at /schema/1x.'],
    ['/schema/constructor', 404, 'There is nothing at'],
    ['/schema/12345678901', 404, 'There is nothing at'],
    ['/schema?before=-1', 400, 'before is no number'],
    ['/schema?before=1e3', 400, 'before is no number'],
    [`/schema/usage?of=${encodeURIComponent("x' or 1=1")}`, 400, 'A part of the schema is'],
    [`/schema/usage?of=${'A'.repeat(301)}`, 400, 'A part of the schema is'],
  ])('%s is %i in one line', async (path, status, message) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect((JSON.parse(answer.text) as { error: string }).error).toContain(message)
  })

  it('a token that does not hold is refused, and only GET is answered', async () => {
    expect((await get('/schema', { authorization: 'Bearer none' })).status).toBe(401)
    expect((await get('/schema', {}, 'POST')).status).toBe(405)
  })

  it.each(['/schema', '/schema/1', '/schema/changes.atom'])(
    '%s is not sent again to who has it, and HEAD has no body',
    async (path) => {
      const first = await get(path)
      const tag = first.headers.get('etag') ?? ''
      expect((await get(path, { 'if-none-match': tag })).status).toBe(304)
      expect((await get(path, { ...fromElsewhere, 'if-none-match': tag })).status).toBe(200)
      const head = await get(path, {}, 'HEAD')
      expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', tag])
    },
  )
})

it('a release that was changed in the registry is named, and nothing of it is told', async () => {
  const registry = await openRegistry(environment)
  const last = (await registry.releases.find(2))!
  const diff = '["+ Person.forged: String"]'
  const statement = {
    ...statementIn(last),
    number: 4,
    digests: { ...statementIn(last).digests, diff: digestOf(diff) },
  }
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64url')
  const [head = '', , signature = ''] = last.jws.split('.')
  const forged: Release = { ...last, number: 4, diff, jws: `${head}.${payload}.${signature}` }
  expect(await registry.releases.add([forged], [])).toBe(true)
  await registry.close()
  const { text } = await get('/schema')
  expect(text).toContain('Release 4 was changed after it was signed')
  expect(text).not.toContain('forged')
  expect((await get('/schema/changes.atom')).text).not.toContain('forged')
})

it('where texts of clients are not answered, the public reads of no change', async () => {
  const closed = await startGateway({
    environment: { ...environment, HUB_TRUSTED_ONLY: 'true' },
    logger: silent,
    signals: false,
  })
  const page = async (headers: Readonly<Record<string, string>>) =>
    (await fetch(`${closed.url}/schema`, { headers })).text()
  expect(await page(fromElsewhere)).not.toContain('CareProfile')
  expect(await page(await tokenOf('domain-team'))).toContain('CareProfile.noteTwo')
  await closed.close()
})

it('a hub without a registry says that nothing was released, and who owns the committed slices', async () => {
  const own = await makeTestData()
  const settings = { ...own.environment, PORT: '0', HUB_USAGE_SECONDS: '0' }
  const alone = await startGateway({ environment: settings, logger: silent, signals: false })
  const page = async (path: string) => (await fetch(`${alone.url}${path}`)).text()
  expect(await page('/schema')).toContain('Nothing has been released yet: the committed schema is served.')
  expect(await page('/schema')).toContain('@samenhang/care')
  expect(await page('/schema/usage')).toContain('it does not count who asks what')
  expect(await page('/schema/0')).toContain('There is no release 0.')
  expect(await page('/schema/changes.atom')).not.toContain('<entry>')
  await alone.close()
  await own.remove()
})

describeWith({ missing: chromium === undefined ? 'no chromium in /usr/bin' : null }, 'in a browser', () => {
  let page: BrowserPage
  beforeAll(async () => {
    page = await openBrowser(chromium ?? '')
  })
  afterAll(() => page.close())

  it.each([
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 1280, height: 800, dark: true }],
    ['on a phone', { width: 390, height: 844 }],
  ])('axe-core finds nothing serious, %s, and nothing is wider than the page', async (_name, screen) => {
    await page.show(screen)
    for (const path of ['/schema', '/schema/2', '/schema/usage']) {
      await page.open(`${running.url}${path}`)
      await page.until(`location.pathname === '${path}' && document.querySelector('main h1') !== null`)
      expect(await page.seriousFindings()).toEqual([])
      expect(await page.until('document.documentElement.scrollWidth')).toBeLessThanOrEqual(screen.width)
    }
  })

  it('who looks for a part finds who uses it', async () => {
    await page.open(`${running.url}/schema/usage`)
    await page.until(`document.querySelector('input[name=of]') !== null`)
    await page.until(
      `(document.querySelector('input[name=of]').value = 'CareProfile', document.querySelector('button').click(), true)`,
    )
    await page.until(`location.search === '?of=CareProfile' && document.querySelector('main h1') !== null`)
  })
})
