/**
 * The example operations of the explorer: those of test/operations, which the tests run and the README shows,
 * and one for each role of the demo that sees data about people (gateway/explorer/<role>.graphql, with its
 * purpose in a comment on the first line). Each is printed as GraphiQL's "prettify" would.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, print } from 'graphql'

/** An example operation: its text, and its variables as JSON text. */
export interface ExampleOperation {
  readonly name: string
  readonly query: string
  readonly variables: string | null
}

/** What someone in this role asks first; `purpose` is null where none is needed. */
export interface RoleExample extends Omit<ExampleOperation, 'name'> {
  readonly role: string
  readonly purpose: string | null
}

const operationsFolder = fileURLToPath(new URL('../../../test/operations', import.meta.url))
const rolesFolder = fileURLToPath(new URL('../../explorer', import.meta.url))
const extension = '.graphql'
const firstNames = [
  'neighbourhood-profile',
  'municipality-page',
  'any-level',
  'series',
  'search',
  'loaded',
  'catalogue',
]

/** The operations in test/operations: `<name>.graphql`, with `<name>.variables.json` where it takes variables. */
export async function exampleOperations(): Promise<readonly ExampleOperation[]> {
  const names = await operationsIn(operationsFolder)
  const rank = (name: string): number => (firstNames.includes(name) ? firstNames.indexOf(name) : names.length)
  names.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  return Promise.all(
    names.map(async (name) => ({
      name,
      query: pretty(await readFile(join(operationsFolder, name + extension), 'utf8')),
      variables: await readFile(join(operationsFolder, `${name}.variables.json`), 'utf8').then(
        (text) => JSON.stringify(JSON.parse(text), null, 2),
        () => null,
      ),
    })),
  )
}

/** The examples for roles, one a role. */
export async function roleExamples(): Promise<readonly RoleExample[]> {
  const roles = await operationsIn(rolesFolder)
  return Promise.all(
    roles.map(async (role) => {
      const text = await readFile(join(rolesFolder, role + extension), 'utf8')
      const purpose = /^# purpose: ([\w-]+)$/m.exec(text)?.[1] ?? null
      return { role, purpose, query: pretty(text), variables: null }
    }),
  )
}

async function operationsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((): string[] => [])
  return files.filter((file) => file.endsWith(extension)).map((file) => file.slice(0, -extension.length))
}

function pretty(text: string): string {
  return print(parse(text))
}
