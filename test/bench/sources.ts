/**
 * `hub bench sources`: one neighbourhood over all domains and sources, beside as many figures of the key figures alone, in turns: the processor
 * time of the hub. The areas are invented, with a table of every declared source that has neighbourhoods.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeNationalFile } from '../../cli/src/bench/national-file.ts'
import { declaredTables, writeNationalTable } from '../../cli/src/bench/national-table.ts'
import { usageOf } from './load.ts'
import { openOneCaller } from './one-caller.ts'
import { runToEnd } from './process.ts'
import { median } from './results.ts'

const limit = 1.3
const rounds = 9
const municipalities = 3
const area = 'BU91000000'
const keyFigures = 'KWB'

interface Indicator {
  readonly id: string
  readonly source: string
}

const caller = await openOneCaller('sources', 200, makeTables)
const indicators = await caller.until({ query: '{ indicators { id source } }' }, ({ data }) =>
  data === undefined ? undefined : (data as { indicators: readonly Indicator[] }).indicators,
)
const known = await knownOf(indicators)
const alone = known.filter(({ source }) => source === keyFigures)
const sources = [...new Set(known.map(({ source }) => source))]
const number = Math.min(100, alone.length)
const queries = { alone: queryOf(alone.slice(0, number)), all: queryOf(inTurns(number)) }
for (const query of Object.values(queries)) await caller.warmUp(() => ({ query }), 300)
const ratios: number[] = []
const used: Record<keyof typeof queries, number[]> = { alone: [], all: [] }
for (let round = 0; round < rounds; round += 1) {
  for (const name of ['alone', 'all'] as const) used[name].push(await processorMs(queries[name]))
  ratios.push((used.all.at(-1) ?? 0) / (used.alone.at(-1) ?? 1))
}
const ratio = median(ratios)
const of = `${number} figures of a neighbourhood, of ${sources.length} sources and of the key figures alone`
process.stdout.write(
  `${of}: ${median(used.all).toFixed(2)} and ${median(used.alone).toFixed(2)} ms of processor time, ${ratio.toFixed(2)} times; ` +
    `the limit is ${limit}${ratio <= limit ? '' : ', OVER'}\n`,
)
await caller.end({ of, sources, ratios, used, ratio, limit })

/** Folders of this run alone: the tables, then what was imported of them. */
async function makeTables(say: (line: string) => void): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'samenhang-bench-tables-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  say('importing a table of each source ...')
  const files = [join(folder, 'national_84583NED.csv')]
  await writeNationalFile(files[0] ?? '', municipalities)
  for (const table of declaredTables()) {
    if (table.source.itemColumn !== null) continue
    files.push(join(folder, `${table.table}.csv`))
    await writeNationalTable(files.at(-1) ?? '', table, municipalities)
  }
  const data = join(folder, 'data')
  await runToEnd(['cli/bin/hub.js', 'import', '--no-refresh', ...files], { HUB_DATA_DIR: data })
  return data
}

/** Those that the neighbourhood has a profile of. */
async function knownOf(all: readonly Indicator[]): Promise<readonly Indicator[]> {
  const profiles = [...new Set(all.map(({ id }) => profileOf(id)))]
  const query = `{ area(code: "${area}") { ${profiles.map((name) => `${name} { period }`).join(' ')} } }`
  const found = await caller.until({ query }, ({ data }) =>
    data === undefined ? undefined : (data as { area: Readonly<Record<string, unknown>> | null }).area,
  )
  if (found === null) throw new Error(`${area} was not imported`)
  return all.filter(({ id }) => found[profileOf(id)] !== null)
}

/** A figure of each source in turn, until there are so many. */
function inTurns(wanted: number): readonly Indicator[] {
  const lists = sources.map((source) => known.filter((indicator) => indicator.source === source))
  const taken: Indicator[] = []
  for (let at = 0; taken.length < wanted; at += 1) taken.push(...lists.flatMap((list) => list[at] ?? []))
  return taken.slice(0, wanted)
}

function queryOf(some: readonly Indicator[]): string {
  const byProfile = new Map<string, string[]>()
  for (const { id } of some) {
    const [profile = '', field = ''] = id.split('.')
    byProfile.set(profile, [...(byProfile.get(profile) ?? []), field])
  }
  const profiles = [...byProfile].map(([profile, fields]) => `${profile} { ${fields.join(' ')} }`)
  return `{ area(code: "${area}") { code name ${profiles.join(' ')} } }`
}

function profileOf(id: string): string {
  return id.split('.')[0] ?? ''
}

/** Of one answer. */
async function processorMs(query: string): Promise<number> {
  await usageOf(caller, false)
  const took = await caller.time(() => ({ query }))
  return (await usageOf(caller, false)).cpuMs / took.questions
}
