/**
 * Questions between two processes of a hub, over the channel of node:cluster: each side answers what it can,
 * and knows when the other has ended. Values are plain data.
 */
interface Channel {
  send?(message: object, sent?: (error: Error | null) => void): boolean
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'disconnect', listener: () => void): unknown
}

export interface Peer {
  /** Rejects where the other side cannot answer, has ended, or takes longer than `patience` ms. */
  ask(what: string, value?: unknown, patience?: number): Promise<unknown>
}

/** What this side answers, by what is asked. */
export type PeerAnswers = Readonly<Record<string, (value: unknown) => unknown>>

/** The other side where both are one process. */
export function peerWithin(answers: PeerAnswers): Peer {
  return { ask: (what, value) => answered(answers, what, value) }
}

async function answered(answers: PeerAnswers, what: string, value: unknown): Promise<unknown> {
  const act = Object.hasOwn(answers, what) ? answers[what] : undefined
  if (!act) throw new Error(`Nothing here answers ${what}`)
  return act(value)
}

interface Message {
  readonly hub: 'ask' | 'answer'
  readonly id: number
  readonly what?: string
  readonly value?: unknown
  readonly fault?: string
}

export function peerOver(channel: Channel, answers: PeerAnswers): Peer {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let last = 0
  let hasEnded = false
  // A message that cannot be sent is followed by the end of the channel.
  const send = (message: Message): void => void channel.send?.(message, () => undefined)
  const answer = async ({ id, what = '', value }: Message): Promise<void> => {
    try {
      send({ hub: 'answer', id, value: await answered(answers, what, value) })
    } catch (error) {
      send({ hub: 'answer', id, fault: error instanceof Error ? error.message : 'failed' })
    }
  }
  channel.on('message', (data) => {
    const message = data as Message | null
    if (message?.hub === 'ask') void answer(message)
    if (message?.hub !== 'answer') return
    const question = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.fault === undefined) question?.resolve(message.value)
    else question?.reject(new Error(message.fault))
  })
  channel.on('disconnect', () => {
    hasEnded = true
    for (const { reject } of waiting.values()) reject(new Error('The other process has ended'))
    waiting.clear()
  })
  return {
    ask: (what, value, patience = 5_000) =>
      new Promise((resolve, reject) => {
        if (hasEnded) return reject(new Error('The other process has ended'))
        const id = (last += 1)
        const late = setTimeout(() => {
          waiting.delete(id)
          reject(new Error(`The other process does not answer ${what}`))
        }, patience)
        const settled =
          <Value>(settle: (value: Value) => void) =>
          (value: Value): void => {
            clearTimeout(late)
            settle(value)
          }
        waiting.set(id, { resolve: settled(resolve), reject: settled(reject) })
        send({ hub: 'ask', id, what, value })
      }),
  }
}
