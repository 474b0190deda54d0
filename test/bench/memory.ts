/**
 * What the hub keeps in memory: how far an export lifts it, by the number of areas, and what ten thousand different operations
 * leave behind. Each on a process that has just started.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { post, waitUntilReady } from './ask.ts'
import { exportAll, usageOf } from './load.ts'
import type { Question } from './questions.ts'
import type { SetUp } from './set-ups.ts'

export interface ExportMemory {
  readonly areas: number
  readonly aboveIdleMb: number
  readonly ms: number
}

export interface OperationsMemory {
  readonly operations: number
  readonly beforeMb: number
  readonly afterMb: number
  readonly longestBlockMs: number
}

type Starter = () => Promise<SetUp>

/** The largest resident size above the idle one, for exports of the first so many pages. */
export async function measureExports(
  start: Starter,
  question: Question,
  pages: readonly number[],
): Promise<readonly ExportMemory[]> {
  return withSetUp(start, question, async (setUp) => {
    const { rssMb: idle } = await usageOf(setUp, false)
    const found: ExportMemory[] = []
    for (const count of pages) {
      const some = { ...question, variables: question.variables.slice(0, count) }
      const { peakMb, medianMs } = await exportAll(setUp, some, 1)
      found.push({ areas: count * 1_000, aboveIdleMb: peakMb - idle, ms: medianMs })
    }
    return found
  })
}

/** Operations that no cache has seen, one after the other. */
export async function measureOperations(
  start: Starter,
  question: Question,
  operations: number,
): Promise<OperationsMemory> {
  return withSetUp(start, question, async (setUp) => {
    const fields = [...question.document.matchAll(/^ {6}(\w+)$/gm)].map(([, field]) => field ?? '')
    const { rssMb: beforeMb } = await usageOf(setUp, true)
    for (let number = 0; number < operations; number += 1) {
      const document = differently(question.document, fields, number)
      const body = JSON.stringify({ query: document, variables: question.variables[0] })
      const { status, text } = await post(setUp.port, { path: '/graphql', body, headers: {} })
      if (status !== 200) throw new Error(`operation ${number}: status ${status}: ${text.slice(0, 200)}`)
    }
    const { longestBlockMs } = await usageOf(setUp, false)
    await pause(2_000)
    const { rssMb: afterMb } = await usageOf(setUp, false)
    return { operations, beforeMb, afterMb, longestBlockMs }
  })
}

/** The document without the fields that the number names bit by bit, and with an alias of its own. */
function differently(document: string, fields: readonly string[], number: number): string {
  const dropped = new Set(fields.filter((_field, index) => index % 6 > 0 && (number >> (index % 20)) & 1))
  const lines = document.split('\n').filter((line) => !dropped.has(line.trim()))
  return lines.join('\n').replace('    name\n', `    name\n    n${number}: code\n`)
}

async function withSetUp<T>(
  start: Starter,
  question: Question,
  act: (setUp: SetUp) => Promise<T>,
): Promise<T> {
  const setUp = await start()
  try {
    await waitUntilReady(setUp, question)
    return await act(setUp)
  } finally {
    await Promise.all(setUp.processes.map((process) => process.stop()))
  }
}
