/**
 * The register of processing activities: what each purpose covers, what it has by consent only, and which
 * faults in it end the start.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Access } from '@samenhang/subgraph-kit/caller'
import example from '../../register/processing-activities.json' with { type: 'json' }
import { consentBy } from '../../src/access/consent.ts'
import { readRegister, registerOf, type Activity } from '../../src/access/register.ts'

const schema = buildSchema(
  'type Query { person: Person } type Person { id: ID!  birthYear: Int } enum Kind { A }',
)
const good = {
  id: 'https://register.example/intake',
  purpose: 'intake',
  name: { nl: 'Melding', en: 'Intake' },
  legalBasis: 'Wmo 2015, article 2.3.2',
  fields: ['Query.person', 'Person.*'],
  retention: 'P15Y',
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(text: string): Promise<ReturnType<typeof readRegister>> {
  const file = join(folder, 'register.json')
  await writeFile(file, text)
  return readRegister(file, schema)
}
const readAll = (...activities: readonly unknown[]): Promise<ReturnType<typeof readRegister>> =>
  read(JSON.stringify({ activities }))

describe('the register of processing activities', () => {
  it('gives an activity by its id and by its short name', async () => {
    const register = await readAll(good)
    const grounds = { gdprArticle6: null, gdprArticle9: null, numberBasis: null }
    expect(register.find('intake')).toEqual({ ...good, ...grounds, requiresConsent: [] })
    expect(register.find('https://register.example/intake')).toBe(register.find('intake'))
    expect(register.find('constructor')).toBeUndefined()
  })

  it.each([
    ['a field that the graph does not have', { fields: ['Person.name'] }, 'Person.name'],
    ['a type that has no fields', { fields: ['Kind.*'] }, 'Kind.*'],
    ['no field', { fields: [] }, 'fields'],
    ['no legal basis', { legalBasis: '' }, 'legalBasis'],
    ['an id that is no URI', { id: 'intake' }, 'id'],
    ['a name in one language', { name: { nl: 'Melding' } }, 'name'],
    ['a purpose that no header can say', { purpose: 'An intake' }, 'purpose'],
    ['no time that its record is kept', { retention: 'long' }, 'retention'],
    ['a ground that says nothing', { gdprArticle6: ' ' }, 'gdprArticle6'],
    ['consent that is no list', { requiresConsent: {} }, 'requiresConsent'],
    [
      'consent without an article',
      { requiresConsent: [{ domain: 'care', fields: ['Person.id'] }] },
      'legalBasis',
    ],
    [
      'consent for nothing',
      { requiresConsent: [{ domain: 'care', fields: [], legalBasis: 'An Act' }] },
      'requiresConsent.fields',
    ],
    [
      'consent for what is not there',
      { requiresConsent: [{ domain: 'care', fields: ['Person.x'], legalBasis: 'An Act' }] },
      'Person.x',
    ],
  ])('with %s ends the start, saying which', async (_, change, told) => {
    await expect(readAll({ ...good, ...change })).rejects.toThrow(ConfigError)
    await expect(readAll({ ...good, ...change })).rejects.toThrow(told)
  })

  it('what an activity has by consent it covers too, and each domain asked is told to who checks it', async () => {
    const consent = { domain: 'care', fields: ['Person.birthYear'], legalBasis: 'An Act' }
    const register = await readAll({ ...good, fields: ['Query.person'], requiresConsent: [consent] })
    const { id, fields } = register.find('intake')!
    expect(fields).toEqual(['Query.person', 'Person.birthYear'])
    const access: Access = { actor: 'a', scopes: new Set(), purpose: id, covers: fields }
    const withConsent = consentBy(register)
    expect(withConsent(access, () => ['Query.person', 'Person.id'])).toBe(access)
    const needing = withConsent(access, () => ['Person.birthYear'])
    expect(needing).toEqual({ ...access, needsConsent: ['care'] })
    expect(withConsent(access, () => ['Person.birthYear', 'Person.id'])).toBe(needing)
    expect(withConsent({ ...access, purpose: null }, () => ['Person.birthYear']).needsConsent).toBeUndefined()
  })

  it('of the hub itself: intake and urgency have of other acts nothing without consent, and each says its grounds', () => {
    const own = registerOf(example.activities)
    const bare = new Map((example.activities as readonly Activity[]).map((one) => [one.purpose, one]))
    expect(
      bare
        .get('wmo-intake')!
        .fields.filter((field) =>
          /Education|LabourMarket|Integration|Benefit|OpenNeed|openNeeds/.test(field),
        ),
    ).toEqual([])
    expect(bare.get('wmo-intake')!.fields.filter((field) => field.startsWith('PersonHousing'))).toEqual([
      'PersonHousing.situation',
      'PersonHousing.since',
    ])
    expect(own.find('housing-urgency')!.fields.filter((field) => /care/i.test(field))).toEqual([])
    expect(own.find('wmo-intake')!.fields).not.toContain('Person.openNeeds')
    expect(own.find('open-needs')!.fields).toContain('Person.openNeeds')
    for (const { purpose, gdprArticle6, gdprArticle9, numberBasis, fields } of own.activities) {
      expect(gdprArticle6, purpose).toMatch(/^6\(1\)/)
      if (fields.some((field) => /^Person\.(care|\*)$/.test(field)))
        expect(gdprArticle9, purpose).toMatch(/^9\(2\)/)
      if (fields.includes('Query.personByCitizenServiceNumber')) expect(numberBasis, purpose).toBeTruthy()
    }
  })

  it('that has an activity twice, or is no register, ends the start', async () => {
    await expect(readAll(good, { ...good, id: 'urn:other' })).rejects.toThrow('two activities "intake"')
    await expect(read('{}')).rejects.toThrow(ConfigError)
    await expect(read('{')).rejects.toThrow(ConfigError)
  })
})
