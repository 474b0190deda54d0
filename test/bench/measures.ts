/**
 * `hub bench measures`: what areasWhere, distribution, relation and similarAreas cost over 14,000 neighbourhoods, one caller, from the question over HTTP to the
 * last byte: milliseconds, processor time of the hub, and the longest block of its event loop, of which the limit is 50 ms.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { post } from './ask.ts'
import { makeCountry } from './country.ts'
import { setUps, type Call } from './set-ups.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, questions: { type: 'string', default: '100' } },
})
const limitMs = 50
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const [woz, lowIncome, area] = [
  'housing.averageWozValue',
  'labourMarket.lowIncomeHouseholdShare',
  'BU90010101',
]
const decisive = [woz, lowIncome, 'care.youthCareShare', 'education.educationHigh', 'population.density']
const estimate = '{ value lower upper }'
const found = `areasWhere(level: NEIGHBOURHOOD, first: 100, where: [{ indicator: "${woz}", gt: 250000 }, { indicator: "${lowIncome}", gte: 5 },
    { indicator: "care.youthCareShare", isMissing: false }], orderBy: [{ indicator: "care.youthCareShare", direction: DESCENDING }])`
const questions = {
  'areasWhere, 3 conditions': `${found} { totalCount nodes { code } }`,
  'areasWhere, with 12 figures of 4 domains': `${found} { totalCount nodes { code name
    housing { dwellings averageWozValue rentalShare housingCorporationShare } care { youthCareShare youthCareClients socialSupportClients }
    education { educationLow educationIntermediate educationHigh } labourMarket { netParticipationRate lowIncomeHouseholdShare } } }`,
  distribution: `distribution(indicator: "${woz}", level: NEIGHBOURHOOD) { n mean deciles histogram { lower areas } }`,
  'distribution, weighted': `distribution(indicator: "${woz}", level: NEIGHBOURHOOD, weightedBy: "population.inhabitants")
    { n mean deciles histogram { lower areas weight } }`,
  relation: `relation(x: "${woz}", y: "${lowIncome}", level: NEIGHBOURHOOD) { n pearson ${estimate} spearman ${estimate} slope ${estimate} }`,
  'similarAreas, 5 figures': `similarAreas(code: "${area}", by: ${JSON.stringify(decisive)}, first: 100)
    { compared similar { distance differences { standardised } } }`,
}

const workFolder = mkdtempSync(join(tmpdir(), 'samenhang-bench-measures-'))
process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }))
const dataFolder = await makeCountry(14_000, say)
const hub = await setUps({ dataFolder, workFolder }).door()
const calls = Object.entries(questions).map(([name, field]): readonly [string, Call] => [
  name,
  { path: '/graphql', body: JSON.stringify({ query: `{ ${field} }` }), headers: {} },
])

const measured = []
for (const [name, call] of calls) measured.push(await measure(name, call))
for (const { name, medianMs, p95Ms, cpuMs, longestBlockMs } of measured)
  process.stdout.write(
    `${name}: median ${medianMs.toFixed(1)} ms, 95 % within ${p95Ms.toFixed(1)} ms; ${cpuMs.toFixed(1)} ms of processor time; ` +
      `longest block ${longestBlockMs.toFixed(0)} ms${longestBlockMs <= limitMs ? '' : `, OVER ${limitMs}`}\n`,
  )
if (options.json) writeFileSync(options.json, `${JSON.stringify(measured, null, 2)}\n`)
await Promise.all(hub.processes.map((process) => process.stop()))

async function measure(name: string, call: Call) {
  await untilAnswered(call)
  for (let index = 0; index < 20; index += 1) await post(hub.port, call)
  await usage(true)
  const took: number[] = []
  for (let index = 0; index < Number(options.questions); index += 1) {
    const began = performance.now()
    await post(hub.port, call)
    took.push(performance.now() - began)
  }
  const used = await usage(false)
  took.sort((one, other) => one - other)
  const at = (part: number): number => took[Math.min(took.length - 1, Math.floor(part * took.length))] ?? 0
  return {
    name,
    questions: took.length,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    cpuMs: used.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / took.length,
    longestBlockMs: Math.max(...used.map(({ longestBlockMs }) => longestBlockMs)),
  }
}

function usage(watch: boolean) {
  return Promise.all(hub.processes.map((process) => process.usage(watch)))
}

/** An answer without errors: a hub that starts, or has not gathered the figures yet, has none. */
async function untilAnswered(call: Call): Promise<void> {
  const until = Date.now() + 60_000
  for (;;) {
    hub.processes.forEach((process) => process.checkAlive())
    const reply = await post(hub.port, call).catch(() => undefined)
    const { errors } = JSON.parse(reply?.status === 200 ? reply.text : '{ "errors": [] }') as {
      errors?: object
    }
    if (!errors) return
    if (Date.now() > until) throw new Error(`no answer: ${reply?.text.slice(0, 300) ?? 'no connection'}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
