/** A slice of the schema: what it gets of the kit's shared types, and what it needs of its own database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readProfiles } from '@samenhang/subgraph-kit/indicator'
import {
  addColumns,
  migrate,
  createProfileTable,
  createSourceTable,
} from '@samenhang/subgraph-kit/migrations'
import { openDatabase, type Database } from '@samenhang/subgraph-kit/database'
import { requireColumns } from '@samenhang/subgraph-kit/required-columns'
import { kitNames, parseSlice, readSlice, withKitDefinitions } from '@samenhang/subgraph-kit/slice'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { Kind, parse } from 'graphql'
import { beforeEach, describe, expect, it } from 'vitest'
import { describeOnDatabases } from './requirements.ts'

const names = (sdl: string) =>
  withKitDefinitions(parse(sdl)).definitions.map((node) =>
    'name' in node ? `${node.kind === Kind.DIRECTIVE_DEFINITION ? '@' : ''}${node.name.value}` : '',
  )

describe('a slice has of the kit', () => {
  it('what it names, and what that names, and nothing else', () => {
    expect(names('type Query { a: FigureStatus }')).toEqual(['Query', 'SourceStatus', 'FigureStatus'])
    expect(names('type Query { a: Int }')).toEqual(['Query'])
  })

  it('a directive that it uses, or that it asks composition to keep', () => {
    expect(names('type Query { a: Int @break(period: 2020, note: "b") }')).toEqual(['Query', '@break'])
    expect(names('extend schema @composeDirective(name: "@break")')).toEqual(['', '@break'])
    expect(names('type Query { a: Break }')).toEqual(['Query', 'Break'])
  })

  it('nothing that it declares itself', () => {
    expect(names('type Query { a: Break } type Break { year: Int }')).toEqual(['Query', 'Break'])
  })

  it('what every subgraph of this repository shares', () => {
    for (const name of ['Source', 'MissingFigure', '@indicator', '@break', 'Unit', 'PageInfo'])
      expect(kitNames()).toContain(name)
  })
})

it('text that is no GraphQL is told with its file, line and column', () => {
  const tell = () => parseSlice('subgraphs/energy/schema.graphql', 'type Query {\n  a Int\n}\n')
  expect(tell).toThrow('subgraphs/energy/schema.graphql:2:5: Syntax Error: Expected ":", found Name "Int".')
  expect(tell).toThrow(expect.objectContaining({ name: 'ConfigError' }))
})

describeOnDatabases('columns that a slice needs', (kind) => {
  const slice = `type Area { code: ID!  energy: EnergyProfile }
type EnergyProfile {
  gasUse: Int @indicator(unit: COUNT, source: "KWB", columns: ["Gas"])
  heatUse: Int @indicator(unit: COUNT, source: "KWB", columns: ["Heat"])
}
type Query { area: Area }
`
  const profiles = (columns: Readonly<Record<string, 'integer'>>) => ({
    name: `with ${Object.keys(columns).join(' ')}`,
    up: async (knex: Database['knex']) => {
      await createSourceTable(knex)
      await createProfileTable(knex, 'energy_profile', columns)
    },
  })
  let data: TestData
  let folder: string
  beforeEach(async () => {
    data = await makeTestData(kind)
    folder = mkdtempSync(join(tmpdir(), 'samenhang-slice-'))
    writeFileSync(join(folder, 'schema.graphql'), slice)
    return async () => {
      await data.remove()
      rmSync(folder, { recursive: true })
    }
  })

  it('are there, or the start ends with the file, the line and the column', async () => {
    const open = (columns: Readonly<Record<string, 'integer'>>) =>
      createSubgraph({ name: 'energy', folder, migrations: [profiles(columns)], resolvers: {} }).open({
        environment: data.environment,
        logger: silent,
      })
    await expect(open({ gas_use: 'integer' })).rejects.toMatchObject({
      name: 'ConfigError',
      message: `${join(folder, 'schema.graphql')}:4:3: the table energy_profile has no column heat_use for EnergyProfile.heatUse: add a migration that adds it to subgraphs/energy/src/migrations, and name it in src/index.ts.`,
    })
  })

  it('of records too', async () => {
    const database = await openDatabase('energy', data.environment)
    await migrate(database, [
      profiles({ gas_use: 'integer' }),
      addColumns('0002-heat', 'energy_profile', { heat_use: 'integer' }),
    ])
    const typeDefs = readSlice(folder)
    const declared = { name: 'energy', typeDefs, profiles: readProfiles(typeDefs) }
    await requireColumns(database, declared)
    const records = { table: 'energy_profile', columns: {}, lists: { debts: undefined as never } }
    await expect(requireColumns(database, { ...declared, records })).rejects.toThrow(
      'subgraphs/energy/src/persons.ts: the table energy_profile has no column debts:',
    )
    await database.close()
  })
})

it('every subgraph of this repository reads its slice from its folder', () => {
  const care = readSlice(fileURLToPath(new URL('../../subgraphs/care', import.meta.url)))
  expect(care.loc?.source.name).toBe('subgraphs/care/schema.graphql')
})
