/**
 * What every set-up is asked, on the real schema: Q1 one neighbourhood with six figures of each of five domains, Q2 a hundred
 * of these, Q3 one person over five domains, Q4 all neighbourhoods in pages of a thousand.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { caseworkerHeaders, clientsIn } from './caseworker.ts'

export const operationsFolder = fileURLToPath(new URL('operations', import.meta.url))

export const questionNames = ['Q1', 'Q2', 'Q3', 'Q4'] as const
export type QuestionName = (typeof questionNames)[number]
export type Variables = Readonly<Record<string, unknown>>

export interface Question {
  readonly name: QuestionName
  readonly about: string
  /** The document's file, which is the id that it is registered under. */
  readonly operation: string
  readonly document: string
  /** Every set of variables in turn, so that no key is asked twice before all were asked once. */
  readonly variables: readonly Variables[]
  /** What it is asked with, where not everyone may ask it. */
  readonly headers: Readonly<Record<string, string>>
}

const pageSize = 1_000
const keysOfQ1 = 2_000

export async function readQuestions(dataFolder: string): Promise<readonly Question[]> {
  const codes = neighbourhoods(dataFolder)
  const step = codes.length / Math.min(keysOfQ1, codes.length)
  const some = codes.filter((_code, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
  return [
    question(
      'Q1',
      'one neighbourhood, six figures of each of five domains',
      'one-neighbourhood',
      some.map((code) => ({ code })),
    ),
    question('Q2', 'a page of 100 areas, the same figures', 'areas', pages(codes, 100)),
    {
      ...question(
        'Q3',
        'one person over five domains, for a caseworker with a purpose',
        'one-person',
        clientsIn(dataFolder).map((id) => ({ id })),
      ),
      headers: await caseworkerHeaders(dataFolder),
    },
    question(
      'Q4',
      `all ${codes.length.toLocaleString('en')} areas, the same figures, in pages of 1,000`,
      'areas',
      pages(codes, pageSize),
    ),
  ]
}

function question(
  name: QuestionName,
  about: string,
  operation: string,
  variables: readonly Variables[],
): Question {
  const document = readFileSync(join(operationsFolder, `${operation}.graphql`), 'utf8')
  return { name, about, operation, document, variables, headers: {} }
}

function pages(codes: readonly string[], size: number): readonly Variables[] {
  const count = Math.ceil(codes.length / size)
  return Array.from({ length: count }, (_, page) => ({ codes: codes.slice(page * size, (page + 1) * size) }))
}

function neighbourhoods(dataFolder: string): readonly string[] {
  const database = new BetterSqlite3(join(dataFolder, 'base-registry.sqlite'), { readonly: true })
  try {
    const statement = database.prepare<[], { code: string }>(
      "select code from area where latest = 1 and level = 'NEIGHBOURHOOD' order by code",
    )
    return statement.all().map(({ code }) => code)
  } finally {
    database.close()
  }
}
