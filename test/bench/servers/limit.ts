/**
 * The limit of the machine: a bare node:http handler that runs the same prepared SQL on the same SQLite files, reads only the
 * columns that are asked for, and writes each value of a row straight into the text, with no object in between. No schema, no checks, no log:
 * nothing can be left out of it.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { readSlices } from '@samenhang/schema/slices'
import { readProfiles } from '@samenhang/subgraph-kit/indicator'
import BetterSqlite3 from 'better-sqlite3'
import { Kind, parse, type FieldNode } from 'graphql'
import { operationsFolder } from '../questions.ts'
import { personReader } from './limit-person.ts'

type Row = Record<string, unknown>

/** Rows by code, each as the JSON of its fields without the braces. */
type Read = (codes: readonly string[]) => ReadonlyMap<string, string>

const dataFolder = process.env['HUB_DATA_DIR'] ?? ''
const among = 'in (select value from json_each(?))'

/** What the documents of the bench ask: the fields of the area, then of each profile. */
const asked = fieldsOf('areas')

const readAreas = reader(
  'base-registry',
  ['code', 'name'],
  `select a.code, a.code, coalesce(a.name, a.code) from area a where a.latest = 1 and a.code ${among}`,
)

const readDomains = readSlices().flatMap(({ name, typeDefs }) =>
  readProfiles(typeDefs).flatMap(({ areaField, table, indicators }) => {
    const fields = asked.get(areaField)
    if (!fields) return []
    const columns = fields.map((field) => {
      const indicator = indicators.find((candidate) => candidate.field === field)
      return `p.${indicator?.column ?? field}`
    })
    const newest = `select l.rowid from ${table} l where l.code = k.value order by l.has_figures desc, l.period desc limit 1`
    const sql = `select p.code, ${columns.join(', ')} from json_each(?) k cross join ${table} p where p.rowid = (${newest})`
    return [{ areaField, read: reader(name, fields, sql) }]
  }),
)

/** The JSON of each area. */
function writeAreas(codes: readonly string[]): readonly string[] {
  const areas = readAreas(codes)
  const domains = readDomains.map(({ areaField, read }) => ({
    opening: `,"${areaField}":`,
    rows: read(codes),
  }))
  return codes.map((code) => {
    let text = areas.get(code)
    if (text === undefined) return 'null'
    for (const { opening, rows } of domains) {
      const row = rows.get(code)
      text += row === undefined ? `${opening}null` : `${opening}{${row}}`
    }
    return `{${text}}`
  })
}

const answerPerson = personReader(dataFolder)

/** The JSON of the data, by what is asked. */
const routes: Readonly<Record<string, (variables: Row) => string>> = {
  '/operations/one-neighbourhood': ({ code }) =>
    `{"neighbourhood":${writeAreas([code as string])[0] ?? 'null'}}`,
  '/operations/areas': ({ codes }) => `{"areas":[${writeAreas(codes as string[]).join(',')}]}`,
  '/operations/one-person': ({ id }) => JSON.stringify({ person: answerPerson(id as string) }),
}

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as { variables: Row }
    const answer = routes[request.url ?? '']
    const text = `{"data":${answer ? answer(body.variables) : 'null'}}`
    response.writeHead(answer ? 200 : 404, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  })
}).listen(Number(process.env['PORT']), '127.0.0.1')

/** `sql` selects the code, then a column for each of the fields. */
function reader(subgraph: string, fields: readonly string[], sql: string): Read {
  const database = new BetterSqlite3(join(dataFolder, `${subgraph}.sqlite`), { readonly: true })
  const statement = database.prepare<[string], unknown[]>(sql).raw()
  const openings = fields.map((field, index) => `${index === 0 ? '' : ','}"${field}":`)
  return (codes) => {
    const rows = new Map<string, string>()
    for (const values of statement.all(JSON.stringify(codes))) {
      let text = ''
      for (let index = 0; index < openings.length; index += 1) {
        const value = values[index + 1]
        text += (openings[index] ?? '') + (typeof value === 'string' ? JSON.stringify(value) : String(value))
      }
      rows.set(values[0] as string, text)
    }
    return rows
  }
}

function fieldsOf(operation: string): ReadonlyMap<string, readonly string[]> {
  const document = parse(readFileSync(join(operationsFolder, `${operation}.graphql`), 'utf8'))
  const [definition] = document.definitions
  const root =
    definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections[0] : undefined
  const below = (field: FieldNode): readonly FieldNode[] =>
    (field.selectionSet?.selections ?? []).filter((selection) => selection.kind === Kind.FIELD)
  if (root?.kind !== Kind.FIELD) throw new Error(`${operation} has no root field`)
  return new Map(
    below(root)
      .filter((field) => field.selectionSet)
      .map((field) => [field.name.value, below(field).map(({ name }) => name.value)]),
  )
}
