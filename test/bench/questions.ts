/**
 * What every set-up is asked, on the real schema: Q1 one neighbourhood with six figures of each of five domains, Q2 a hundred
 * of these, Q4 all of them in pages of a thousand. Q3, one person over five domains, waits for people to be in the graph.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'

export const operationsFolder = fileURLToPath(new URL('operations', import.meta.url))

export type QuestionName = 'Q1' | 'Q2' | 'Q4'
export type Variables = Readonly<Record<string, unknown>>

export interface Question {
  readonly name: QuestionName
  readonly about: string
  /** The document's file, which is the id that it is registered under. */
  readonly operation: string
  readonly document: string
  /** Every set of variables in turn, so that no key is asked twice before all were asked once. */
  readonly variables: readonly Variables[]
}

const pageSize = 1_000
const keysOfQ1 = 2_000

export function readQuestions(dataFolder: string): readonly Question[] {
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
  return { name, about, operation, document, variables }
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
