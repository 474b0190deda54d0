/**
 * Data of other acts by consent: who has none that holds, for this person, purpose and domain, is an error at that person's place, by whichever
 * way the person was come to. Each attack first shows that what is right is answered. And citizens, who see themselves and nobody else.
 */
import type { Access } from '@samenhang/subgraph-kit/caller'
import { askSubgraph } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { modes, openHub, type Answer, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

const intake = 'https://samenhang.example/register/wmo-intake'
const openNeedsId = 'https://samenhang.example/register/open-needs'
const missing = 'CONSENT_MISSING'
const codesOf = ({ errors }: Answer) => errors.map(({ extensions }) => extensions['code'])

describe.each(modes)('consent, %s', (mode) => {
  let hub: TestHub
  let [id, other] = ['', '']

  const ask = async (query: string, variables: object = {}, purpose = 'wmo-intake', actor = 'caseworker-1') =>
    hub.ask(query, variables as Record<string, unknown>, {
      credentials: await hub.credentials('caseworker', purpose, actor),
    })
  const base = () => hub.subgraphs.find(({ name }) => name === 'base-registry')!
  const table = (name: string) => base().database.knex(name)
  const education = 'query ($id: ID!) { person(id: $id) { birthYear education { highestLevel } } }'

  /** The subject in the database of this person: the one whose consents are gone when all others' are put aside. */
  async function subjectOf(person: string): Promise<string> {
    const subjects = await table('consent').distinct<{ subject: string }[]>('subject')
    for (const { subject } of subjects) {
      await table('consent')
        .where({ subject, purpose: intake, domain: 'education' })
        .update({ withdrawn_on: '2024-01-01' })
      const codes = codesOf(await ask(education, { id: person }))
      await table('consent')
        .where({ subject, purpose: intake, domain: 'education' })
        .update({ withdrawn_on: null })
      if (codes.includes(missing)) return subject
    }
    throw new Error('no consent of this person')
  }

  let mine = { subject: '', purpose: intake, domain: 'education' }
  beforeAll(async () => {
    hub = await openHub({ mode, country: { neighbourhoods: 20, people: 300 }, cacheBytes: 1_000_000 })
    const { data } = await ask('{ caseload(first: 2) { nodes { id } } }')
    ;[id = '', other = ''] = (data as Row)['caseload'].nodes.map((node: Row) => node.id as string) as string[]
    mine = { ...mine, subject: await subjectOf(id) }
  })
  afterAll(() => hub.close())
  beforeEach(async () => {
    await table('consent').where(mine).update({ given_on: '2024-01-01', until: null, withdrawn_on: null })
    const right = await ask(education, { id })
    expect(right.errors).toEqual([])
    expect((right.data as Row)['person'].education).not.toBeUndefined()
  })

  const refused = async (query = education, variables: object = { id }) => {
    const answer = await ask(query, variables)
    expect(codesOf(answer)).toContain(missing)
    expect(answer.fetches).not.toContain('education')
    expect(answer.errors[0]?.extensions['domains']).toContain('education')
    expect(answer.text).not.toContain('highestLevel')
    return answer
  }

  it('that was withdrawn, has ended, or is not yet given does not hold; and it holds on its last day', async () => {
    const today = new Date().toISOString().slice(0, 10)
    for (const change of [{ withdrawn_on: today }, { until: '2024-12-31' }, { given_on: '2999-01-01' }]) {
      await table('consent')
        .where(mine)
        .update({ given_on: '2024-01-01', until: null, withdrawn_on: null, ...change })
      await refused()
    }
    await table('consent').where(mine).update({ given_on: today, until: today, withdrawn_on: null })
    expect((await ask(education, { id })).errors).toEqual([])
  })

  it('that was never given: what needs none is answered still, and the audit log is told', async () => {
    const row = (await table('consent').where(mine).first()) as object
    await table('consent').where(mine).delete()
    await refused()
    const open = await ask(
      'query ($id: ID!) { person(id: $id) { birthYear care { shelteredHousing } housing { situation } } }',
      { id },
    )
    expect(open.errors).toEqual([])
    expect((open.data as Row)['person'].birthYear).toEqual(expect.any(Number))
    await table('consent').insert(row)
    const { data } = await hub.ask(
      '{ auditLog(first: 20) { nodes { alarms } } }',
      {},
      { credentials: await hub.credentials('auditor') },
    )
    expect((data as Row)['auditLog'].nodes.flatMap((node: Row) => node.alarms as string[])).toContain(missing)
  })

  it('to another purpose, to another domain or of another person is none', async () => {
    for (const elsewhere of [{ purpose: 'urn:other' }, { domain: 'unknown' }, { subject: 'nobody' }]) {
      await table('consent').where(mine).update(elsewhere)
      await refused()
      await table('consent')
        .where({ ...mine, ...elsewhere })
        .update(mine)
    }
    expect((await ask(education, { id: other })).errors).toEqual([])
  })

  it('cannot be gone around by an alias, a fragment, a condition, a list, a number of roots, or an answer that was kept', async () => {
    for (let time = 0; time < 2; time += 1) expect((await ask(education, { id })).errors).toEqual([])
    await table('consent').where(mine).update({ withdrawn_on: '2024-02-01' })
    await refused()
    for (const query of [
      'query ($id: ID!) { person(id: $id) { care: education { highestLevel } } }',
      'query ($id: ID!) { person(id: $id) { ...F } } fragment F on Person { e: education { h: highestLevel } }',
      'query ($id: ID!, $yes: Boolean = true) { person(id: $id) { education @include(if: $yes) { highestLevel } } }',
      'query ($id: ID!) { a: person(id: $id) { birthYear } b: person(id: $id) { education { __typename } } }',
    ])
      await refused(query)
    const { data, errors } = await ask(
      '{ caseload(first: 2) { nodes { id education { highestLevel } } edges { node { id } } } }',
    )
    const { nodes } = (data as Row)['caseload']
    expect(nodes.filter((node: Row) => node === null)).toHaveLength(1)
    expect(nodes.filter((node: Row) => node !== null).map((node: Row) => node.id as string)).toEqual([other])
    expect(errors.every(({ extensions }) => extensions['code'] === missing)).toBe(true)
    const skipped =
      'query ($id: ID!) { person(id: $id) { birthYear education @skip(if: true) { highestLevel } } }'
    expect((await ask(skipped, { id })).errors).toEqual([])
  })

  it('is needed for what is missing across domains, since it is told from their data', async () => {
    const needs = 'query ($id: ID!) { person(id: $id) { openNeeds { kind } } }'
    expect((await ask(needs, { id }, 'open-needs')).errors).toEqual([])
    expect(codesOf(await ask(needs, { id }))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE'])
    const where = { ...mine, purpose: openNeedsId, domain: 'integration' }
    await table('consent').where(where).update({ withdrawn_on: '2024-02-01' })
    expect(codesOf(await ask(needs, { id }, 'open-needs'))).toEqual([missing])
    await table('consent').where(where).update({ withdrawn_on: null })
  })

  it('a person outside the caseload is answered as one who does not exist, consent or not', async () => {
    const outside = await ask(education, { id }, 'wmo-intake', 'caseworker-9')
    const nobody = await ask(education, { id: `${'A'.repeat(21)}Q` }, 'wmo-intake', 'caseworker-9')
    expect(outside.text).toBe(nobody.text)
    expect(outside.data).toEqual({ person: null })
  })

  it('is checked for references as for roots, where the gateway says that it is needed', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { birthYear } } }'
    const access: Access = {
      actor: 'caseworker-1',
      scopes: new Set(['person:read', 'base-registry:read']),
      purpose: intake,
      covers: ['Person.*'],
      needsConsent: ['education'],
    }
    const request = { query, variables: { r: [{ __typename: 'Person', id }] } }
    expect((await askSubgraph(base(), request, access)).errors).toBeUndefined()
    await table('consent').where(mine).update({ withdrawn_on: '2024-02-01' })
    const answer = await askSubgraph(base(), request, access)
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: missing } })
    expect(JSON.stringify(answer.data ?? null)).not.toContain('birthYear')
  })

  it('the person is told which domains were read by consent', async () => {
    const log =
      'query ($id: ID!) { person(id: $id) { accessLog(first: 1) { nodes { domains byConsent purpose { gdprArticle6 gdprArticle9 numberBasis } } } } }'
    await ask(education, { id })
    const { data, errors } = await ask(log, { id })
    expect(errors).toEqual([])
    expect((data as Row)['person'].accessLog.nodes).toEqual([
      {
        domains: ['BASE_REGISTRY', 'EDUCATION'],
        byConsent: ['EDUCATION'],
        purpose: { gdprArticle6: '6(1)(e)', gdprArticle9: '9(2)(h)', numberBasis: 'Wabb, article 10' },
      },
    ])
  })

  describe('recorded by an application', () => {
    const record = `mutation ($id: ID!, $domain: String!, $until: String) { recordConsent(person: $id, domain: $domain, until: $until) { id } }`
    const withdraw = 'mutation ($id: ID!) { withdrawConsent(person: $id, domain: "education") { id } }'

    it('holds from then on, until it is withdrawn, for this purpose only', async () => {
      const withdrawn = await ask(withdraw, { id })
      expect(withdrawn.errors).toEqual([])
      expect(withdrawn.data).toEqual({ withdrawConsent: { id } })
      await refused()
      const recorded = await ask(record, { id, domain: 'education', until: '2999-12-31' })
      expect(recorded.data).toEqual({ recordConsent: { id } })
      expect((await ask(education, { id })).errors).toEqual([])
      expect(await table('consent').where(mine).first()).toMatchObject({ until: '2999-12-31', synthetic: 0 })
      expect(
        await table('consent')
          .where({ ...mine, purpose: openNeedsId })
          .first(),
      ).toMatchObject({ synthetic: 1 })
    })

    it('of another caseload, without the scope, for another purpose or by the public changes nothing', async () => {
      const before = JSON.stringify(await table('consent').orderBy(['subject', 'purpose', 'domain']))
      expect((await ask(withdraw, { id }, 'wmo-intake', 'caseworker-9')).data).toEqual({
        withdrawConsent: null,
      })
      expect(codesOf(await ask(withdraw, { id }, 'youth-care'))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE'])
      const citizen = await hub.credentials('citizen', 'wmo-intake')
      expect(codesOf(await hub.ask(withdraw, { id }, { credentials: citizen }))).toEqual([
        'UNAUTHORIZED_FIELD_OR_TYPE',
      ])
      expect(codesOf(await hub.ask(withdraw, { id }))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE'])
      for (const wrong of [
        { domain: 'police' },
        { domain: 'education', until: '2020-01-01' },
        { domain: 'care', until: '2999-02-31' },
      ])
        expect(codesOf(await ask(record, { id, ...wrong }))).toEqual(['BAD_ARGUMENT'])
      expect(JSON.stringify(await table('consent').orderBy(['subject', 'purpose', 'domain']))).toBe(before)
    })
  })

  describe('a citizen', () => {
    const asCitizen = async (query: string, actor?: string, purpose = 'access-own-data') =>
      hub.ask(query, { id: other }, { credentials: await hub.credentials('citizen', purpose, actor) })
    const own =
      '{ me { id birthYear education { highestLevel } openNeeds { kind } accessLog(first: 5) { nodes { at domains } } } }'

    it('sees the own record, what is missing and who looked, without consent to anyone', async () => {
      const { data, errors } = await asCitizen(own)
      expect(errors).toEqual([])
      expect((data as Row)['me']).toMatchObject({ id: expect.any(String), birthYear: expect.any(Number) })
      const again = await asCitizen(own)
      expect((again.data as Row)['me'].accessLog.nodes.length).toBeGreaterThan(0)
    })

    it('sees nobody else: not by id, by a caseload, by another name, or for another purpose', async () => {
      expect((await asCitizen(own, 'citizen-9')).data).toEqual({ me: null })
      expect(codesOf(await asCitizen('query ($id: ID!) { person(id: $id) { birthYear } }'))).toEqual([
        'UNAUTHORIZED_FIELD_OR_TYPE',
      ])
      expect(codesOf(await asCitizen('{ caseload(first: 5) { nodes { id } } }'))).toEqual([
        'UNAUTHORIZED_FIELD_OR_TYPE',
      ])
      expect(codesOf(await asCitizen('{ me { id } }', undefined, 'wmo-intake'))).toEqual([
        'UNAUTHORIZED_FIELD_OR_TYPE',
      ])
      expect((await ask('{ me { id } }', {}, 'access-own-data')).data).toEqual({ me: null })
      expect(codesOf(await ask(education, { id }, 'access-own-data'))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE'])
    })
  })
})
