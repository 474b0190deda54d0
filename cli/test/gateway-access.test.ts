/** `hub gateway` over another graph with rules of access: who its callers are. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, expect, it } from 'vitest'
import { audience, issuer, makeIssuer } from '../../gateway/test/access/issuer.ts'
import { base, domain } from '../../gateway/test/access/parts.ts'
import { serveGateway, type ServedGateway } from './served-gateway.ts'

const query = '{ place { name } person(id: "anna") { birthYear care { kind } } }'
const whole = { place: { name: 'Here' }, person: { birthYear: 1980, care: { kind: 'help' } } }
const activity = {
  id: 'urn:example:intake',
  purpose: 'intake',
  name: { nl: 'Melding', en: 'Intake' },
  legalBasis: 'An Act, article 1',
  fields: ['Query.person', 'Person.*', 'Care.*'],
  retention: 'P5Y',
}

let served: ServedGateway
afterEach(() => served.close())

async function ask(headers: Readonly<Record<string, string>> = {}) {
  served.asked.length = 0
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  const { data, errors = [] } = (await response.json()) as {
    data?: unknown
    errors?: { extensions: { code: string } }[]
  }
  const codes = errors.map(({ extensions }) => extensions.code)
  return { status: response.status, data, codes, asked: [...served.asked].sort() }
}

it('with an issuer of tokens they are who their tokens say, and what they read is logged', async () => {
  const made = await makeIssuer()
  let logs = ''
  served = await serveGateway({ base, domain }, (folder) => {
    logs = join(folder, 'audit.sqlite')
    const keys = join(folder, 'issuer.jwks')
    const register = join(folder, 'register.json')
    writeFileSync(keys, JSON.stringify(made.keys))
    writeFileSync(register, JSON.stringify({ activities: [activity] }))
    return {
      HUB_TOKEN_ISSUER: issuer,
      HUB_TOKEN_AUDIENCE: audience,
      HUB_TOKEN_KEYS: keys,
      HUB_REGISTER: register,
      HUB_DATA_DIR: folder,
    }
  })
  const authorization = `Bearer ${await made.sign()}`
  expect(await ask({ authorization, 'x-hub-purpose': 'intake' })).toEqual({
    status: 200,
    data: whole,
    codes: [],
    asked: ['base', 'domain'],
  })
  expect(await ask()).toMatchObject({ data: { ...whole, person: null }, asked: ['base'] })
  expect(await ask({ authorization })).toMatchObject({ data: { ...whole, person: null }, asked: ['base'] })
  expect(await ask({ authorization: 'Bearer nothing' })).toMatchObject({ status: 401, asked: [] })
  const read = new BetterSqlite3(logs, { readonly: true })
  const rows = read
    .prepare("select processing_activity_id as activity from audit where decision = 'allowed'")
    .all()
  expect(rows).toEqual([{ activity: activity.id }])
  read.close()
})

it('without one everyone is the public, whatever they bring', async () => {
  const made = await makeIssuer()
  served = await serveGateway({ base, domain })
  const refused = { data: { ...whole, person: null }, codes: ['UNAUTHORIZED_FIELD_OR_TYPE'], asked: ['base'] }
  expect(await ask()).toMatchObject(refused)
  expect(await ask({ authorization: `Bearer ${await made.sign()}` })).not.toMatchObject({ data: whole })
})
