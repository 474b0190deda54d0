/**
 * Who looked at a person: in the logs, shown to that person and to auditors, and to nobody else, in process
 * and over HTTP.
 */
import { verifyLogs } from '@samenhang/gateway/audit/verify'
import { auditSecret } from '@samenhang/gateway/audit/audit'
import { logFiles } from '@samenhang/gateway/audit/log-store'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentingClient } from './consenting-client.ts'
import { modes, openHub, type TestHub } from './hub.ts'

/** As the issue that asked for it has it, word for word. */
const query = `query PersonAcrossDomains($id: ID!) { person(id: $id) { id birthYear residence { code name housing { averageWozValue } }
  housing { situation since monthsRegistered } care { arrangements { kind provider status from } waitingFor { kind since } }
  education { highestLevel enrolled } labourMarket { position benefits { kind from } } integration { route examPartsPassed deadline }
  openNeeds { kind domains since } accessLog(first: 10) { nodes { at purpose { name } domains } } } }`
const auditLog = `{ auditLog(first: 10) { nodes { number actor client purpose operation decision fields refused domains persons alarms } pageInfo { hasNextPage } } }`

interface Asked {
  person: { accessLog: { nodes: { at: string; purpose: { name: string }; domains: string[] }[] } } | null
  caseload: { nodes: { id: string }[] }
  auditLog: { nodes: Record<string, unknown>[] } | null
}

describe.each(modes)('who looked at a person, %s', (mode) => {
  let hub: TestHub
  let id = ''
  const ask = async (
    text: string,
    variables: object,
    role: 'caseworker' | 'auditor' | 'front-end',
    more: { purpose?: string; actor?: string } = {},
  ) => {
    const credentials = await hub.credentials(role, more.purpose, more.actor)
    const { data, errors } = await hub.ask(text, variables as Record<string, unknown>, { credentials })
    return { data: data as unknown as Asked, errors }
  }
  const asCaseworker = (text: string, variables: object = {}, actor?: string) =>
    ask(text, variables, 'caseworker', { purpose: 'open-needs', ...(actor && { actor }) })

  beforeAll(async () => {
    hub = await openHub({ mode, country: { neighbourhoods: 20, people: 300 } })
    id = await consentingClient(hub, await hub.credentials('caseworker', 'open-needs'))
  })
  afterAll(() => hub.close())

  it('is known of edges and page info alone too: their persons count and stand in the log', async () => {
    const personsOf = async (selection: string): Promise<unknown> => {
      const { data, errors } = await asCaseworker(`query Pages { caseload(first: 7) { ${selection} } }`)
      expect(errors).toEqual([])
      expect(Object.keys(data.caseload)).toHaveLength(1)
      const told = await ask('{ auditLog(first: 1) { nodes { operation persons } } }', {}, 'auditor')
      return told.data.auditLog?.nodes[0]
    }
    const seven = { operation: 'Pages', persons: 7 }
    expect(await personsOf('edges { cursor }')).toEqual(seven)
    expect(await personsOf('edges { __typename }')).toEqual(seven)
    expect(await personsOf('pageInfo { endCursor }')).toEqual(seven)
    expect(await personsOf('... on PersonConnection { p: pageInfo { hasNextPage } }')).toEqual(seven)
    expect(await personsOf('totalCount')).toEqual({ operation: 'Pages', persons: 0 })
  })

  it('can be shown to that person: when, for what, of which domains; and not by whom', async () => {
    await asCaseworker('query Look($id: ID!) { person(id: $id) { housing { situation } } }', { id })
    const { data, errors } = await asCaseworker(query, { id })
    expect(errors).toEqual([])
    const [newest] = data.person!.accessLog.nodes
    expect(newest).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      purpose: { name: 'Afstemming over wat er openstaat (Wmo)' },
      domains: ['HOUSING'],
    })
    const again = await asCaseworker(query, { id })
    expect(again.data.person!.accessLog.nodes).toHaveLength(data.person!.accessLog.nodes.length + 1)
    expect(again.data.person!.accessLog.nodes[0]?.domains).toEqual(
      expect.arrayContaining([
        'BASE_REGISTRY',
        'CARE',
        'EDUCATION',
        'HOUSING',
        'INTEGRATION',
        'LABOUR_MARKET',
      ]),
    )
    expect(JSON.stringify(again.data.person!.accessLog)).not.toContain('caseworker')
  })

  it('is told to auditors with who asked, and to nobody else', async () => {
    await asCaseworker(query, { id })
    const { data, errors } = await ask(auditLog, {}, 'auditor')
    expect(errors).toEqual([])
    expect(data.auditLog!.nodes[0]).toMatchObject({
      actor: 'caseworker-1',
      client: 'test',
      operation: 'PersonAcrossDomains',
      decision: 'ALLOWED',
      persons: 1,
      alarms: [],
      refused: [],
    })
    for (const role of ['caseworker', 'front-end'] as const) {
      const refused = await ask(auditLog, {}, role)
      expect(refused.data.auditLog).toBeNull()
      expect(refused.errors[0]?.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
    }
  })

  it('who asks for a person of another’s caseload is told that there is none, and the auditor is told who asked', async () => {
    expect((await asCaseworker(query, { id })).data.person).not.toBeNull()
    const outside = await asCaseworker(query, { id }, 'caseworker-9')
    expect(outside).toMatchObject({ data: { person: null }, errors: [] })
    const { data } = await ask(auditLog, {}, 'auditor')
    expect(data.auditLog!.nodes.find(({ actor }) => actor === 'caseworker-9')).toMatchObject({
      alarms: ['OUTSIDE_CASELOAD'],
      persons: 0,
    })
  })

  it('stands in logs that verify', () => {
    const key = openKeys(hub.environment).secret(auditSecret)
    const { findings, heads } = verifyLogs(logFiles(hub.environment), key)
    expect(findings).toEqual([])
    expect(heads.audit.seq).toBeGreaterThan(0)
  })
})
