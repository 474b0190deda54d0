/**
 * A dry run against the whole hub: what it tells of each operation of the documents is never less than what that operation then takes; of people it
 * tells what is lacking, and leaves no line in the logs of access.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHub, readOperation, type TestHub } from './hub.ts'

const folder = new URL('operations/', import.meta.url)
const names = readdirSync(folder).flatMap((file) => (/^(.+)\.graphql$/.exec(file) ?? []).slice(1))

interface Fetch {
  readonly subgraph: string
  readonly statements: number
  readonly bytes: number
}
interface DryRun {
  readonly objects: { readonly most: number }
  readonly bytes: number
  readonly run: { readonly fetches: readonly Fetch[] }
  readonly personal: readonly {
    readonly field: string
    readonly isAllowed: boolean
    readonly lacks: unknown
  }[]
  readonly purpose: string | null
}

let hub: TestHub
beforeAll(async () => {
  hub = await openHub({ country: { neighbourhoods: 100, people: 200 } })
})
afterAll(() => hub.close())

const totalOf = (): number => hub.subgraphs.reduce((sum, { database }) => sum + database.statements, 0)

async function dryRun(query: string, variables: object = {}, credentials = {}): Promise<DryRun> {
  const before = totalOf()
  const { fetches, text } = await hub.ask(query, variables as never, { isDryRun: true, credentials })
  expect([fetches, totalOf() - before]).toEqual([[], 0])
  const body = JSON.parse(text) as { readonly extensions?: { readonly dryRun?: DryRun } }
  if (!body.extensions?.dryRun) throw new Error(text)
  return body.extensions.dryRun
}

describe.each(names)('%s', (name) => {
  it('takes no more fetches of any subgraph than its dry run tells, and no more statements than that is about', async () => {
    const file = readdirSync(folder).find((one) => one === `${name}.variables.json`)
    const variables = file ? (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as object) : {}
    const told = await dryRun(readOperation(name), variables)
    const { fetches, statements, text } = await hub.ask(readOperation(name), variables as never)
    // What is loaded is counted table by table, which no type says.
    const slack = name === 'loaded' ? 10 : 0
    const toldOf = (subgraph: string) => told.run.fetches.filter((one) => one.subgraph === subgraph)
    for (const subgraph of new Set(fetches)) {
      const taken = fetches.filter((one) => one === subgraph).length
      expect([subgraph, taken <= toldOf(subgraph).length]).toEqual([subgraph, true])
      const most = toldOf(subgraph).reduce((sum, one) => sum + one.statements, 0)
      const counted = statements[subgraph] ?? 0
      expect([subgraph, counted <= most + slack ? 'within' : `${String(counted)} > ${String(most)}`]).toEqual(
        [subgraph, 'within'],
      )
    }
    expect(told.bytes * 4).toBeGreaterThan(text.length)
  })
})

it('of people it tells what is lacking, step by step, and no log of access has a line of it', async () => {
  const query = '{ caseload(first: 2) { nodes { id birthYear } } }'
  const field = 'Person.birthYear'
  const lackOf = async (credentials: object) =>
    (await dryRun(query, {}, credentials)).personal.find((one) => one.field === field)
  expect(await lackOf({})).toEqual({ field, isAllowed: false, lacks: { reason: 'TOKEN' } })
  const scopeless = await hub.credentials('front-end')
  expect(await lackOf(scopeless)).toMatchObject({ isAllowed: false, lacks: { reason: 'SCOPE' } })
  const purposeless = await hub.credentials('caseworker')
  expect(await lackOf(purposeless)).toMatchObject({ isAllowed: false, lacks: { reason: 'PURPOSE' } })
  const caseworker = await hub.credentials('caseworker', 'wmo-intake')
  expect(await lackOf(caseworker)).toEqual({ field, isAllowed: true, lacks: null })
  const log = '{ auditLog(first: 100) { nodes { operation } } }'
  const auditor = { credentials: await hub.credentials('auditor') }
  const { text } = await hub.ask(log, {}, auditor)
  // Only the auditor's own question, if anything.
  expect((JSON.parse(text) as { errors?: unknown }).errors).toBeUndefined()
  expect(text).not.toContain('caseload')
  expect((text.match(/"operation"/g) ?? []).length).toBeLessThanOrEqual(1)
})
