/** One question at a time over a kept connection: for readiness, for the check of answers, and for an export, page by page. */
import { Agent, request } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { Question } from './questions.ts'
import type { Call, SetUp } from './set-ups.ts'

export interface Reply {
  readonly status: number
  readonly text: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

export function post(port: number, { path, body, headers: own }: Call): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...own }
    const asking = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
    })
    asking.setTimeout(60_000, () => asking.destroy(new Error(`no answer from ${path} in 60 s`)))
    asking.on('error', reject)
    asking.end(body)
  })
}

/** Waits until the set-up answers its first question, and gives the milliseconds of the answer that it gave. */
export async function waitUntilReady(setUp: SetUp, question: Question): Promise<number> {
  const call = setUp.call(question, question.variables[0] ?? {})
  const until = Date.now() + 60_000
  for (;;) {
    setUp.processes.forEach((process) => process.checkAlive())
    const began = performance.now()
    const reply = await post(setUp.port, call).catch(() => undefined)
    const took = performance.now() - began
    if (reply?.status === 404) throw new Error(`it has nothing at ${call.path}`)
    if (reply?.status === 200 && !('errors' in (JSON.parse(reply.text) as object))) return took
    if (Date.now() > until)
      throw new Error(`it does not answer: ${reply?.text.slice(0, 300) ?? 'no connection'}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Throws where the two do not give equal data for a sample of the variables. */
export async function checkEqual(setUp: SetUp, limit: SetUp, question: Question): Promise<void> {
  const { variables } = question
  const sample = question.name === 'Q1' || question.name === 'Q3' ? 25 : 4
  for (let index = 0; index < sample; index += 1) {
    const chosen = variables[Math.floor((index * variables.length) / sample)] ?? {}
    const got = await post(setUp.port, setUp.call(question, chosen))
    const expected = await post(limit.port, limit.call(question, chosen))
    if (got.status !== 200 || !isDeepStrictEqual(JSON.parse(got.text), JSON.parse(expected.text))) {
      throw new Error(`its answer to ${question.name} is not the limit's: ${got.text.slice(0, 300)}`)
    }
  }
}
