/**
 * One person followed across the domains: by the own caseworker, for a purpose that covers it, and by nobody
 * else.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentingClient } from './consenting-client.ts'
import { modes, openHub, type TestHub } from './hub.ts'

const query = `
query PersonAcrossDomains($id: ID!) { person(id: $id) { id birthYear residence { code name housing { averageWozValue } }
  housing { situation since monthsRegistered } care { arrangements { kind provider status from } waitingFor { kind since } }
  education { highestLevel enrolled } labourMarket { position benefits { kind from } } integration { route examPartsPassed deadline }
  openNeeds { kind domains since } } }`

describe.each(modes)('who may follow one person across the domains, %s', (mode) => {
  let hub: TestHub
  let id = ''
  beforeAll(async () => {
    hub = await openHub({ mode, country: { neighbourhoods: 20, people: 300 } })
    const credentials = await hub.credentials('caseworker', 'open-needs')
    id = await consentingClient(hub, credentials)
  })
  afterAll(() => hub.close())

  it('is given to the caseworker whose client it is, for a purpose that covers it', async () => {
    const credentials = await hub.credentials('caseworker', 'open-needs')
    const answer = await hub.ask(query, { id }, { credentials })
    expect(answer.errors).toEqual([])
    expect(answer.data).toMatchObject({ person: { id, housing: {}, education: {}, labourMarket: {} } })
  })

  it('is not there for the public, for other roles, or without a purpose; no subgraph is asked', async () => {
    const refused = { data: { person: null }, fetches: [] }
    const unauthorized = { path: ['person'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }
    for (const credentials of [
      {},
      await hub.credentials('front-end'),
      await hub.credentials('data-scientist', 'open-needs'),
      await hub.credentials('domain-team', 'open-needs'),
      await hub.credentials('auditor', 'open-needs'),
      await hub.credentials('caseworker'),
    ]) {
      const answer = await hub.ask(query, { id }, { credentials })
      expect(answer).toMatchObject(refused)
      expect(answer.errors).toMatchObject([unauthorized])
    }
  })

  it('by a narrower purpose the fields it does not cover are null, each with its place, and their domains are not asked', async () => {
    const credentials = await hub.credentials('caseworker', 'youth-care')
    const { data, errors, fetches } = await hub.ask(query, { id }, { credentials })
    expect(data).toMatchObject({ person: { id, education: {}, housing: null, openNeeds: null } })
    expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'person.housing',
      'person.integration',
      'person.labourMarket',
      'person.openNeeds',
    ])
    // Housing is asked about the area where the person lives, which is public.
    expect(new Set(fetches)).toEqual(new Set(['base-registry', 'care', 'education', 'housing']))
  })
})
