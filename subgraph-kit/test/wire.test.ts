/**
 * The subgraph's end of a wire: frames however the bytes are cut, and one answer for each fetch, whichever is
 * done first.
 */
import { duplexPair, type Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { answerFrame, requestFrame, FrameReader, FrameWriter } from '../src/wire/frames.ts'
import { proofLength } from '../src/access/request-proof.ts'
import { serveWire, type AnswerFetch } from '../src/wire/server.ts'

/** However busy the machine is. */
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 120_000 })

type Seen = [kind: number, number: number, text: string | null]

const seenBy = (limit: number, seen: Seen[]) =>
  new FrameReader(limit, (kind, number, bytes) => seen.push([kind, number, bytes?.toString() ?? null]))

const frame = fc.tuple(
  fc.integer({ min: 1, max: 3 }),
  fc.nat({ max: 0xff_ff_ff_ff }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

async function written(frames: readonly Seen[]): Promise<Buffer> {
  const [near, far] = duplexPair()
  const writer = new FrameWriter(near)
  for (const [kind, number, text] of frames) writer.send(kind, number, text ?? '')
  writer.flush()
  near.end()
  return Buffer.concat((await far.toArray()) as Buffer[])
}

describe('frames', () => {
  it('come out as they went in, however the bytes are cut; too long ones come out empty and cost the others nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(frame, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
        async (frames, cuts) => {
          const bytes = await written(frames)
          const seen: Seen[] = []
          const reader = seenBy(24, seen)
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = cuts[turn % cuts.length] ?? 1
            reader.push(bytes.subarray(at, at + size))
            at += size
          }
          expect(seen).toEqual(
            frames.map(([kind, number, text]) => [kind, number, Buffer.byteLength(text) > 24 ? null : text]),
          )
        },
      ),
    )
  })

  it('of one turn of the event loop go out in one write', async () => {
    const [near, far] = duplexPair()
    let writes = 0
    far.on('data', () => (writes += 1))
    const writer = new FrameWriter(near)
    for (const number of [1, 2, 3]) writer.send(requestFrame.fetch, number, 'x')
    await pause(5)
    expect(writes).toBe(1)
  })
})

interface Gateway {
  readonly socket: Duplex
  /** The subgraph's end. */
  readonly far: Duplex
  readonly answers: Seen[]
  readonly writer: FrameWriter
  readonly end: () => void
}

function wired(answer: AnswerFetch, limit = 1_000): Gateway {
  const [near, far] = duplexPair()
  const session = serveWire(far, Buffer.alloc(0), { answer, version: () => Promise.resolve('v7') }, limit)
  const answers: Seen[] = []
  const reader = seenBy(1_000_000, answers)
  near.on('data', (chunk: Buffer) => reader.push(chunk))
  near.on('error', () => undefined)
  return { socket: near, far, answers, writer: new FrameWriter(near), end: () => session.end() }
}

const operation = (query: string) => JSON.stringify({ query })
const unproven = ' '.repeat(proofLength)
const fetchOf = (operation: number, variables = {}) =>
  unproven + JSON.stringify({ operation, headers: {}, variables })

describe('the subgraph’s end of a wire', () => {
  it('answers each fetch under its number, whichever is done first, with the text of the operation sent once', async () => {
    const asked: string[] = []
    const { writer, answers } = wired(async ({ query, variables }) => {
      asked.push(query)
      await pause(Number(variables?.['wait']))
      return { version: 'v1', answer: { data: { ...variables } } }
    })
    writer.send(requestFrame.operation, 7, operation('{ a }'))
    writer.send(requestFrame.fetch, 1, fetchOf(7, { wait: 40 }))
    writer.send(requestFrame.fetch, 2, fetchOf(7, { wait: 1 }))
    await until(() =>
      expect(answers).toEqual([
        [answerFrame.answer, 2, 'v1\n{"data":{"wait":1}}'],
        [answerFrame.answer, 1, 'v1\n{"data":{"wait":40}}'],
      ]),
    )
    expect(asked).toEqual(['{ a }', '{ a }'])
  })

  it('tells the version of the data when it is asked for', async () => {
    const { writer, answers } = wired(() => Promise.reject(new Error('not asked')))
    writer.send(requestFrame.version, 3, '')
    await until(() => expect(answers).toEqual([[answerFrame.version, 3, 'v7']]))
  })

  it('a fetch that is cancelled is not answered, the others are', async () => {
    const { writer, answers } = wired(async () => {
      await pause(20)
      return { version: undefined, answer: {} }
    })
    writer.send(requestFrame.operation, 0, operation('{ a }'))
    writer.send(requestFrame.fetch, 1, fetchOf(0))
    writer.send(requestFrame.fetch, 2, fetchOf(0))
    writer.send(requestFrame.cancel, 1, '')
    await until(() => expect(answers).toEqual([[answerFrame.answer, 2, '\n{}']]))
  })

  it('what the gateway alone is told goes along with things', async () => {
    const answer = { data: { _entities: [null] }, extensions: { alarms: ['OUTSIDE'] } }
    const { writer, answers } = wired(() => Promise.resolve({ version: undefined, answer }))
    writer.send(requestFrame.operation, 0, operation('{ a }'))
    writer.send(requestFrame.fetch, 1, fetchOf(0))
    await until(() => expect(answers).toEqual([[answerFrame.answer, 1, `\n${JSON.stringify(answer)}`]]))
  })

  const nothing = () => Promise.resolve({ version: undefined, answer: {} })

  it('an operation above 64 kB cuts the wire before it is read', async () => {
    const { writer, far } = wired(nothing, 10_000_000)
    writer.send(requestFrame.operation, 0, operation(`{ a } #${'x'.repeat(63_900)}`))
    await pause(20)
    expect(far.destroyed).toBe(false)
    writer.send(requestFrame.operation, 1, operation(`{ a } #${'x'.repeat(64_000)}`))
    await until(() => expect(far.destroyed).toBe(true))
  })

  it('remembers 8 MB of operations at most, and those from number 0 anew', async () => {
    const { writer, far, answers } = wired(nothing, 10_000_000)
    const large = operation(`{ a } #${'x'.repeat(60_000)}`)
    for (let round = 0; round < 3; round += 1)
      for (let number = 0; number < 130; number += 1) writer.send(requestFrame.operation, number, large)
    writer.send(requestFrame.fetch, 1, fetchOf(129))
    await until(() => expect(answers).toEqual([[answerFrame.answer, 1, '\n{}']]))
    for (let number = 130; number < 135; number += 1) writer.send(requestFrame.operation, number, large)
    await until(() => expect(far.destroyed).toBe(true))
  })

  it('a fault, an operation it was not told and a body above the limit fail alone', async () => {
    const { writer, answers } = wired(({ query }) =>
      query === '{ fault }'
        ? Promise.reject(new Error('secret'))
        : Promise.resolve({ version: undefined, answer: {} }),
    )
    writer.send(requestFrame.operation, 0, operation('{ fault }'))
    writer.send(requestFrame.operation, 1, operation('{ a }'))
    writer.send(requestFrame.fetch, 1, fetchOf(0))
    writer.send(requestFrame.fetch, 2, fetchOf(9))
    writer.send(requestFrame.fetch, 3, fetchOf(1, { long: 'x'.repeat(2_000) }))
    writer.send(requestFrame.fetch, 4, fetchOf(1))
    await until(() =>
      expect(answers.toSorted(([, one], [, other]) => one - other)).toEqual([
        [answerFrame.fault, 1, ''],
        [answerFrame.fault, 2, ''],
        [answerFrame.fault, 3, ''],
        [answerFrame.answer, 4, '\n{}'],
      ]),
    )
  })

  it.each([
    ['no JSON', [requestFrame.fetch, 1, '{"operation":']],
    ['a list', [requestFrame.fetch, 1, `${unproven}[]`]],
    ['less than a proof', [requestFrame.fetch, 1, '']],
    ['a kind that there is not', [9, 1, operation('{ a }')]],
    ['a number of an operation out of bounds', [requestFrame.operation, 1_000, operation('{ a }')]],
    ['an operation without a text', [requestFrame.operation, 1, '{"query":5}']],
  ] as const)('who sends %s is cut off', async (_what, [kind, number, text]) => {
    const { writer, answers, far } = wired(() => Promise.resolve({ version: undefined, answer: {} }))
    writer.send(requestFrame.operation, 1, operation('{ a }'))
    writer.send(requestFrame.fetch, 1, fetchOf(1))
    await until(() => expect(answers).toHaveLength(1))
    expect(far.destroyed).toBe(false)
    writer.send(kind, number, text)
    await until(() => expect(far.destroyed).toBe(true))
  })

  it('at the end, fetches under way are answered and new ones are not', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    let underWay = 0
    const { writer, answers, end, socket } = wired(async () => {
      underWay += 1
      await held
      return { version: undefined, answer: {} }
    })
    let isEnded = false
    socket.on('end', () => (isEnded = true))
    writer.send(requestFrame.operation, 0, operation('{ a }'))
    writer.send(requestFrame.fetch, 1, fetchOf(0))
    await until(() => expect(underWay).toBe(1))
    end()
    writer.send(requestFrame.fetch, 2, fetchOf(0))
    await until(() => expect(answers).toHaveLength(1))
    release()
    await until(() => expect(isEnded).toBe(true))
    expect(answers).toEqual([
      [answerFrame.fault, 2, ''],
      [answerFrame.answer, 1, '\n{}'],
    ])
  })
})
