/** The dictionary of a table says what the values of an enum are called, in both languages, wherever a column has them. */
import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { csvwOf } from '../src/tables/csvw.ts'
import type { Column } from '../src/tables/columns.ts'
import { dictionaryOf, metadataOf } from '../src/tables/dictionary.ts'

const schema = buildSchema(`
  type Query { projects: [Project!] }
  type Project { "How far it is." phase: Phase!  name: String }
  enum Phase {
    """
    Intended.

    NL: Gepland. Het plan is er.
    """
    PLANNED
    "Closed to all, so without Dutch."
    HELD_UP
    "A former name." INTENDED @deprecated
  }
`)
const column = (field: string): Column => ({
  ...{ name: field, kind: 'text', level: 0, keys: [field], separator: undefined, parent: 'Project', field },
  ...{ status: undefined, isStatusOf: undefined, statuses: [] },
})
const dictionary = dictionaryOf([column('phase'), column('name')], new Map(), {
  ...{ title: 'projects', text: '{ projects { phase name } }', schema, indicators: [], origins: undefined },
  cited: { address: 'http://hub/q/projects', snapshot: undefined },
})
const values = [
  { value: 'PLANNED', nl: 'Gepland', en: 'Planned' },
  { value: 'HELD_UP', nl: null, en: 'Held up' },
]

it('a column of an enum has its values with labels, former names left out, and another column has none', () => {
  expect(dictionary.columns.map((meaning) => meaning.values)).toEqual([values, []])
})

it('both forms of the dictionary have them: CSV on the Web, and the metadata of Parquet and Arrow', () => {
  const csvw = JSON.parse(csvwOf(dictionary, 'http://hub/q/projects.csv')) as {
    tableSchema: { columns: readonly Record<string, unknown>[] }
  }
  expect(csvw.tableSchema.columns.map((one) => one['urn:samenhang:values'])).toEqual([values, undefined])
  expect(new Map(metadataOf(dictionary).fields.get('phase')).get('values')).toBe(JSON.stringify(values))
})
