/** Tokens that must not open anything, and issuers that fail. */
import { createPrivateKey, sign, type JsonWebKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoAudience, demoIssuer } from '@samenhang/gateway/access/open-access'
import { ask, sendRaw, type Attack, type AttackedHub } from './attack.ts'
import { serveElsewhere } from './elsewhere.ts'

const persons = '{ caseload(first: 5) { nodes { id birthYear care { arrangements { kind } } } } }'

const badTokens: Attack = {
  name: 'tokens that do not hold',
  about: 'one opens anything, or is no 401 or 400',
  async run(hub) {
    const good = await hub.token('caseworker', 'open-needs')
    const [head = '', claims = '', mark = ''] = good.split('.')
    const asText = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
    const own = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
    const tries = [
      `${asText({ alg: 'none', typ: 'JWT' })}.${claims}.`,
      `${head}.${asText({ ...own, sub: 'auditor-1' })}.${mark}`,
      `${head}.${asText({ ...own, exp: 9_999_999_999 })}.${mark}`,
      `${head}.${claims}.${mark.slice(0, -4)}AAAA`,
      `${head}.${claims}`,
      'x'.repeat(8_000),
      '',
    ].map((token) => `Bearer ${token}`)
    const statuses: number[] = []
    let opened = 0
    for (const authorization of [...tries, 'Basic YTpi']) {
      const reply = await ask(hub, persons, { headers: { authorization, 'x-hub-purpose': 'open-needs' } })
      statuses.push(reply.status)
      if (reply.text.includes('birthYear":1') || reply.text.includes('birthYear":2')) opened += 1
    }
    const two = await sendRaw(
      hub.port,
      '/graphql',
      {
        'content-type': 'application/json',
        authorization: [`Bearer ${good}`, 'Bearer x'],
        'x-hub-purpose': 'open-needs',
      },
      JSON.stringify({ query: persons }),
    )
    const right = await ask(hub, persons, {
      headers: { authorization: `Bearer ${good}`, 'x-hub-purpose': 'open-needs' },
    })
    return {
      held:
        opened === 0 &&
        statuses.every((status) => status === 401) &&
        two.status === 400 &&
        right.text.includes('birthYear":'),
      detail: `statuses ${statuses.join(' ')}, two headers ${String(two.status)}; the right one ${right.text.includes('birthYear":') ? 'opens' : 'does not open'}`,
    }
  },
}

/** A token of the hub's own issuer, which a careless one could give. */
function careless(hub: AttackedHub, claims: Readonly<Record<string, unknown>>): string {
  const key = JSON.parse(readFileSync(join(hub.folder, 'keys/issuer.jwk'), 'utf8')) as JsonWebKey
  const now = Math.floor(Date.now() / 1_000)
  const usual = { iss: demoIssuer, aud: demoAudience, sub: 'caseworker-1', iat: now, exp: now + 600 }
  const given = { scope: 'person:read care:read', purposes: ['urn:samenhang:activity:open-needs'] }
  const head = { alg: 'EdDSA', typ: 'at+jwt', kid: key['kid'] }
  const signed = [head, { ...usual, ...given, ...claims }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  const mark = sign(null, Buffer.from(signed), createPrivateKey({ key, format: 'jwk' }))
  return `${signed}.${mark.toString('base64url')}`
}

const carelessTokens: Attack = {
  name: 'signed tokens that hold for days, or whose names logs cannot hold',
  about: 'one is taken',
  async run(hub) {
    const now = Math.floor(Date.now() / 1_000)
    const statusOf = async (claims: Readonly<Record<string, unknown>>): Promise<number> => {
      const authorization = `Bearer ${careless(hub, claims)}`
      return (await ask(hub, '{ municipality(code: "GM9001") { name } }', { headers: { authorization } }))
        .status
    }
    const right = await statusOf({})
    const statuses: number[] = []
    for (const claims of [
      { exp: now + 100_000 },
      { exp: now - 10 },
      { sub: 'x'.repeat(201) },
      { sub: 'a\nb' },
      { sub: '' },
      { client_id: 'x'.repeat(201) },
      { azp: 7 },
    ])
      statuses.push(await statusOf(claims))
    return {
      held: right === 200 && statuses.every((status) => status === 401),
      detail: `statuses ${statuses.join(' ')}; of the right one ${String(right)}`,
    }
  },
}

const failingIssuer: Attack = {
  name: 'an issuer that fails while tokens come',
  about: 'it is asked for each, or a token is said to be bad',
  begin: () =>
    serveElsewhere('HUB_TOKEN_KEYS', (_request, response) => response.writeHead(500).end(), {
      HUB_TOKEN_ISSUER: 'https://issuer.example.org',
      HUB_TOKEN_AUDIENCE: 'hub',
      HUB_WORKERS: '1',
    }),
  async run(hub, beside) {
    const authorization = `Bearer ${careless(hub, { iss: 'https://issuer.example.org', aud: 'hub' })}`
    const began = performance.now()
    const statuses = new Set<number>()
    for (let turn = 0; turn < 50; turn += 1)
      statuses.add((await ask(hub, persons, { headers: { authorization } })).status)
    const coolDowns = 1 + Math.ceil((performance.now() - began) / 10_000)
    return {
      held: [...statuses].join() === '503' && beside.asked() <= coolDowns,
      detail: `statuses ${[...statuses].join(' ')}; asked ${String(beside.asked())} times for 50 requests`,
    }
  },
}

export const tokenAttacks: readonly Attack[] = [badTokens, carelessTokens, failingIssuer]
