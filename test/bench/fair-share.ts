/**
 * `hub bench fair-share`: how long the fair shares of a whole country take, all its municipalities with every share and difference, from the
 * question over HTTP to the last byte; one caller, and each focus group in turn.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { post } from './ask.ts'
import { makeCountry } from './country.ts'
import { setUps, type Call } from './set-ups.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, questions: { type: 'string', default: '200' } },
})
const limitMs = 50
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const groups = ['HOMELESS', 'URGENT', 'STUDENTS', 'OLDER_PEOPLE', 'LABOUR_MIGRANTS', 'STATUS_HOLDERS']
const range = '{ value lower upper }'
const query = `query ($group: FocusGroup!) { fairShare(within: "NL99", group: $group) {
  wholes { figure period known total ${range} }
  municipalities(first: 1000) { totalCount nodes {
    area { code } shareOfInhabitants ${range} shareOfCorporationStock ${range} shareOfHouseholds ${range}
    shareOfLettings ${range} shareOfPlannedHomes ${range} differences { key homes difference ${range} } } } } }`

const workFolder = mkdtempSync(join(tmpdir(), 'samenhang-bench-fair-share-'))
process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }))
const dataFolder = await makeCountry(14_000, say)
const hub = await setUps({ dataFolder, workFolder }).door()
const call = (index: number): Call => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables: { group: groups[index % groups.length] } }),
  headers: {},
})

const municipalities = await untilReady()
say('warming up')
for (let index = 0; index < 50; index += 1) await post(hub.port, call(index))
const took: number[] = []
for (let index = 0; index < Number(options.questions); index += 1) {
  const began = performance.now()
  await post(hub.port, call(index))
  took.push(performance.now() - began)
}
took.sort((a, b) => a - b)
const at = (part: number): number => took[Math.min(took.length - 1, Math.floor(part * took.length))] ?? 0
const figures = { municipalities, questions: took.length, medianMs: at(0.5), p95Ms: at(0.95), limitMs }
process.stdout.write(
  `fair shares of ${municipalities} municipalities: median ${figures.medianMs.toFixed(1)} ms, 95 % within ${figures.p95Ms.toFixed(1)} ms; the limit is ${limitMs} ms${figures.medianMs <= limitMs ? '' : ', OVER'}\n`,
)
if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`)
await Promise.all(hub.processes.map((process) => process.stop()))

interface Body {
  readonly data?: { readonly fairShare: { readonly municipalities: { readonly totalCount: number } } | null }
}

/** How many municipalities the answer has, once there is one. */
async function untilReady(): Promise<number> {
  const until = Date.now() + 60_000
  for (;;) {
    hub.processes.forEach((process) => process.checkAlive())
    const reply = await post(hub.port, call(0)).catch(() => undefined)
    const { data } = JSON.parse(reply?.status === 200 ? reply.text : '{}') as Body
    if (data?.fairShare) return data.fairShare.municipalities.totalCount
    if (Date.now() > until) throw new Error(`no answer: ${reply?.text.slice(0, 300) ?? 'no connection'}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
