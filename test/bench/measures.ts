/**
 * `hub bench measures`: what areasWhere, distribution, relation and similarAreas cost over 14,000 neighbourhoods, one caller, from the question over HTTP to the
 * last byte: milliseconds, processor time of the hub, and the longest block of its event loop, of which the limit is 50 ms.
 */
import { usageOf } from './load.ts'
import { openOneCaller } from './one-caller.ts'

const limitMs = 50

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

const caller = await openOneCaller('measures', 100)
const measured = []
for (const [name, field] of Object.entries(questions)) measured.push(await measure(name, `{ ${field} }`))
for (const { name, medianMs, p95Ms, cpuMs, longestBlockMs } of measured)
  process.stdout.write(
    `${name}: median ${medianMs.toFixed(1)} ms, 95 % within ${p95Ms.toFixed(1)} ms; ${cpuMs.toFixed(1)} ms of processor time; ` +
      `longest block ${longestBlockMs.toFixed(0)} ms${longestBlockMs <= limitMs ? '' : `, OVER ${limitMs}`}\n`,
  )
await caller.end(measured)

async function measure(name: string, query: string) {
  const ask = () => ({ query })
  // A hub that starts, or has not gathered the figures yet, answers errors.
  await caller.until(ask(), ({ data, errors }) => (data !== undefined && !errors ? true : undefined))
  await caller.warmUp(ask, 20)
  await usageOf(caller, true)
  const took = await caller.time(ask)
  const used = await usageOf(caller, false)
  return {
    name,
    ...took,
    cpuMs: used.cpuMs / took.questions,
    longestBlockMs: used.longestBlockMs,
  }
}
