/**
 * `hub bench check`: how long the check of a slice takes against 500 registered operations, on the slices of this repository, against the promised
 * limit. The operations differ in areas, domains, aliases and fragments; the change removes, adds and moves fields, so that some break and some are
 * planned anew. The command runs as a process of its own, its start included.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { operationId } from '@samenhang/schema/consumers/normalise'
import { openRegistry } from '@samenhang/schema/registry/registry'
import { parse } from 'graphql'
import { CommandRefused } from '../faults.ts'
import type { Usage } from '../usage.ts'

export interface CheckBenchOptions {
  readonly operations: number
  readonly json: boolean
}

const limit = { seconds: 3, operations: 500 }
const slice = fileURLToPath(new URL('../../../subgraphs/care/schema.graphql', import.meta.url))
const hub = fileURLToPath(new URL('../../bin/hub.js', import.meta.url))

export async function measureCheck({ operations, json }: CheckBenchOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  try {
    const registry = await openRegistry({ HUB_DATA_DIR: folder })
    await registry.operations.register({
      app: 'bench',
      owner: 'bench',
      operations: Array.from({ length: operations }, (_, index) => operationOf(index)),
      removesOthers: true,
    })
    await registry.close()
    const changed = join(folder, 'schema.graphql')
    await writeFile(changed, changedSlice(await readFile(slice, 'utf8')))
    const usageFile = join(folder, 'usage.json')
    const report = await runCheck(changed, { HUB_DATA_DIR: folder, HUB_USAGE_FILE: usageFile })
    const usage = JSON.parse(await readFile(usageFile, 'utf8')) as Usage
    const figures = {
      operations,
      broken: report.changes.flatMap(({ concerns }) => concerns).length,
      planned: report.costs.planned,
      ...usage,
      limit,
    }
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : told(figures))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function told({
  operations,
  broken,
  planned,
  seconds,
  processorSeconds,
  peakMegabytes,
}: Usage & { readonly operations: number; readonly broken: number; readonly planned: number }): string {
  return [
    `a check against ${operations} operations, of which ${broken} break and ${planned} are planned anew; the start of the command included`,
    `time    ${seconds.toFixed(1)} s of ${limit.seconds} s${seconds <= limit.seconds ? '' : ', OVER'} (${processorSeconds.toFixed(1)} s of processor)`,
    `memory  ${Math.round(peakMegabytes)} MB at its peak`,
    '',
  ].join('\n')
}

/** Two fields are renamed, an argument comes, and a field requires another of the base registry: what asks that is planned anew. */
const changesOfSlice: readonly (readonly [was: string, becomes: string])[] = [
  ['youthCareShare: Float\n', 'youthCareShareOfAll: Float\n'],
  ['distanceToGeneralPractice: Float\n', 'distanceToPractice: Float\n'],
  ['careSeries("The first year." from: Int,', 'careSeries("Since." since: Int, "The first year." from: Int,'],
  ['"@shareable"', '"@external" "@requires" "@shareable"'],
  [
    'type Person @key(fields: "id") {',
    'type Person @key(fields: "id") {\n  "The year of birth."\n  birthYear: Int @external\n',
  ],
  ['care: PersonCare @', 'care: PersonCare @requires(fields: "birthYear") @'],
]

/** Throws where the slice is no longer written as the changes expect it: the bench would measure something else. */
function changedSlice(sdl: string): string {
  return changesOfSlice.reduce((text, [was, becomes]) => {
    if (!text.includes(was)) throw new Error(`The slice of care has no ${JSON.stringify(was)} to change`)
    return text.replace(was, becomes)
  }, sdl)
}

const levels = ['neighbourhood', 'municipality']
const parts = [
  'housing { period averageWozValue }',
  'education { educationLow educationHigh }',
  'labourMarket { netParticipationRate }',
  'integration { originNetherlands }',
  'population { inhabitants households }',
  'care { youthCareClients youthCareShare }',
  'careSeries(from: 2019) { period socialSupportClients }',
  'careFocusGroups { group households }',
]

/** Every one another: in level, parts, aliases and name. Of those about places a quarter asks care; one in twenty is about a person. */
function operationOf(index: number) {
  const name = `Bench${index}`
  const text = index % 20 === 19 ? aboutPerson(name, index) : aboutPlace(name, index)
  return { id: operationId(parse(text)), name, text, source: `bench/${name}.graphql:1`, aliases: [] }
}

function aboutPlace(name: string, index: number): string {
  const asked = parts.filter(
    (part, bit) => ((index * 37) >> bit) & 1 && (!part.startsWith('care') || index % 4 === 0),
  )
  const level = levels[index % levels.length] ?? ''
  return `query ${name}($code: ID!) { area${index % 7}: ${level}(code: $code) { code ...Part } } fragment Part on Area { name ${asked.join(' ')} }`
}

function aboutPerson(name: string, index: number): string {
  const kind = index % 40 === 19 ? 'status' : 'kind'
  return `query ${name}($id: ID!) { person${index}: person(id: $id) { id care { arrangements { ${kind} } } } }`
}

interface Report {
  readonly changes: readonly { readonly concerns: readonly unknown[] }[]
  readonly costs: { readonly planned: number }
}

function runCheck(file: string, environment: Readonly<Record<string, string>>): Promise<Report> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:DATABASE_URL|REGISTRY_URL|HUB_)/.test(name),
  )
  const child = spawn(process.execPath, [hub, 'schema', 'check', 'care', '--schema', file, '--json'], {
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [written, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      // Something breaks, so the check refuses.
      if (code === 1 && written) resolve(JSON.parse(written) as Report)
      else reject(new CommandRefused([`the check ended with code ${String(code)}: ${said}`]))
    })
  })
}
