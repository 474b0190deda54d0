/** What `hub explain` does: sends an operation to a hub as a dry run, and prints what the hub tells of it. */
import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import type { Explanation } from '@samenhang/gateway/explanation'
import { CommandRefused } from './faults.ts'

export interface ExplainOptions {
  readonly variables?: Readonly<Record<string, unknown>>
  readonly url?: URL
  readonly table: boolean
  readonly header: readonly string[]
  readonly json: boolean
}

/** As the hub answers: `table` is there for one. */
export type ToldExplanation = Explanation & {
  readonly table?: {
    readonly columns: readonly string[]
    readonly rowsOfPage: number
    readonly rowsAsked: number | null
    readonly rowsLimit: number
  }
}

/** Rejects with CommandRefused: the file cannot be read, the hub does not answer, or it refuses the operation. */
export async function explainFile(
  file: string,
  options: ExplainOptions,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const query = await textIn(file)
  const base = options.url ?? new URL(`http://127.0.0.1:${environment['PORT'] || '4000'}`)
  const url = new URL(options.table ? '/q' : '/graphql', base)
  const headers = new Headers({ 'content-type': 'application/json', 'x-hub-dry-run': 'true' })
  for (const header of options.header) addHeader(headers, header)
  const body = JSON.stringify({ query, ...(options.variables && { variables: options.variables }) })
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error' }).catch(() => {
    throw new CommandRefused([`No hub answers at ${url.origin}: start one (hub start), or name it (--url).`])
  })
  const explanation = explanationIn(await response.text(), url)
  return options.json ? `${JSON.stringify(explanation, null, 2)}\n` : printed(explanation)
}

async function textIn(file: string): Promise<string> {
  if (file === '-') return textOf(process.stdin)
  return readFile(file, 'utf8').catch(() => {
    throw new CommandRefused([`${file} cannot be read: name a file with one operation.`])
  })
}

function addHeader(headers: Headers, header: string): void {
  const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(header) ?? []
  if (name === '') throw new CommandRefused([`"${header}" is no header: write a name, a colon and a value.`])
  headers.set(name, value)
}

function explanationIn(text: string, url: URL): ToldExplanation {
  let body: {
    readonly errors?: readonly { readonly message: string }[]
    readonly detail?: string
    readonly error?: string
    readonly extensions?: { readonly dryRun?: ToldExplanation }
  }
  try {
    body = JSON.parse(text) as typeof body
  } catch {
    throw new CommandRefused([`${url.href} did not answer as a hub does.`])
  }
  const told = body.extensions?.dryRun
  if (told) return told
  const messages = body.errors?.map(({ message }) => message) ?? [body.detail ?? body.error ?? '']
  throw new CommandRefused(
    messages.map(
      (message) => message || `${url.href} tells nothing of dry runs: is it a hub of this version?`,
    ),
  )
}

const number = (value: number): string => value.toLocaleString('en')

/** The explanation as lines. */
export function printed({
  objects,
  bytes,
  budget,
  run,
  whyUnknown,
  personal,
  purpose,
  table,
}: ToldExplanation): string {
  const lines = [
    `objects     ${number(objects.most)} at most, of ${number(objects.limit)} that one answer may have`,
    `bytes       about ${number(bytes)} of JSON, where every list is as long as it may be`,
    budget === null
      ? 'budget      without limit for you'
      : `budget      ${number(budget.left)} of ${number(budget.perMinute)} objects left, for ${number(budget.seconds)} s${budget.isEnough ? '' : ': not enough'}`,
    ...(table ? tableLines(table) : []),
    ...(run ? runLines(run) : [`fetches     not known: ${whyUnknown ?? ''}`]),
    ...personalLines(personal, purpose),
  ]
  return `${lines.join('\n')}\n`
}

function tableLines({
  columns,
  rowsOfPage,
  rowsAsked,
  rowsLimit,
}: NonNullable<ToldExplanation['table']>): readonly string[] {
  const asked = rowsAsked === null ? 'all rows' : `${number(rowsAsked)} rows`
  return [
    `table       ${number(columns.length)} columns; ${asked} asked, of ${number(rowsLimit)} that a table may have; the numbers here are of one page`,
    `page        ${number(rowsOfPage)} rows at most`,
  ]
}

function runLines({
  fetches,
  subgraphs,
  statements,
  rows,
  bytes,
}: NonNullable<Explanation['run']>): readonly string[] {
  const rounds = Math.max(0, ...fetches.map(({ round }) => round))
  return [
    `fetches     ${number(fetches.length)} at most, of ${number(subgraphs.length)} subgraphs, in ${number(rounds)} rounds`,
    `statements  about ${number(statements)}, for ${number(rows)} rows at most, about ${number(bytes)} bytes`,
    ...fetches.map((fetch) => {
      const of = fetch.entities === null ? '' : ` of ${number(fetch.entities)} at ${fetch.path.join('.')}`
      return `  round ${number(fetch.round)}   ${fetch.subgraph}${of}: about ${number(fetch.statements)} statements, ${number(fetch.rows)} rows`
    }),
  ]
}

function personalLines(personal: Explanation['personal'], purpose: string | null): readonly string[] {
  if (personal.length === 0) return ['people      no field about people']
  return [
    `people      ${number(personal.length)} protected fields${purpose === null ? '' : `, asked for ${purpose}`}`,
    ...personal.map(({ field, isAllowed, lacks }) => {
      if (isAllowed) return `  ${field}: you may have it`
      if (lacks?.reason === 'SCOPE') return `  ${field}: lacks the scope ${lacks.scopes.join(' and ')}`
      if (lacks?.reason === 'PURPOSE')
        return `  ${field}: lacks a purpose, ${lacks.purposes.join(' or ') || 'and no purpose of the register has it'}`
      return `  ${field}: lacks a token`
    }),
  ]
}
