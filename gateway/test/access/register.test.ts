import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRegister } from '../../src/access/register.ts'

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
    expect(register.find('intake')).toEqual(good)
    expect(register.find('https://register.example/intake')).toEqual(good)
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
  ])('with %s ends the start, saying which', async (_, change, told) => {
    await expect(readAll({ ...good, ...change })).rejects.toThrow(ConfigError)
    await expect(readAll({ ...good, ...change })).rejects.toThrow(told)
  })

  it('that has an activity twice, or is no register, ends the start', async () => {
    await expect(readAll(good, { ...good, id: 'urn:other' })).rejects.toThrow('two activities «intake»')
    await expect(read('{}')).rejects.toThrow(ConfigError)
    await expect(read('{')).rejects.toThrow(ConfigError)
  })
})
