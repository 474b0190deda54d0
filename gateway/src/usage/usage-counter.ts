/**
 * Counts who asks what: by operation, client and day. Counting one request takes a few look-ups; what it is about (the text without its values, its
 * coordinates) is found out at the next flush, away from requests. Bounded in operations and clients: what goes beyond is counted as dropped.
 */
import { bucketOf, latencyBuckets } from '@samenhang/schema/registry/latency'
import type { Usage, UsageBatch, UsageCount, UsedOperation } from '@samenhang/schema/registry/usage'
import type { GraphQLSchema } from 'graphql'
import { errorForLogs, nameForLogs } from '../telemetry/log-text.ts'
import type { Logger } from '../telemetry/log.ts'
import { describeOperation } from './describe-operation.ts'

/** Who asks, as the client says itself or as its token does; empty where it says nothing. */
export interface Client {
  readonly name: string
  readonly version: string
}

/** Usage that is counted, and what was stored of it before. */
export interface CountedUsage {
  readonly counter: UsageCounter
  readonly stored: Pick<Usage, 'ofCoordinate'>
}

/** A request that was answered. */
export interface AnsweredRequest {
  readonly text: string
  readonly operationName: string | undefined
  /** The API schema that the operation is valid in. */
  readonly schema: GraphQLSchema
  readonly client: Client
  /** Milliseconds from its arrival to its answer. */
  readonly ms: number
  readonly hasErrors: boolean
}

export interface UsageCounter {
  count(request: AnsweredRequest): void
  /** Stores what was counted. Where that fails it is kept for the next time, within the bounds. Never rejects. */
  flush(): Promise<void>
  /** Requests that are counted nowhere, for there were too many different ones. */
  readonly dropped: number
  /** Stores what was counted, and counts nothing more. */
  close(): Promise<void>
}

/** Different operations of different clients between two flushes. */
export const mostCounted = 5_000

/** Characters of all texts that are held between two flushes. */
export const mostCharacters = 8_000_000

interface Counts {
  requests: number
  errors: number
  latencyMs: number
  readonly latencies: number[]
}

/** What was counted of one operation on one day. */
interface Counted {
  readonly day: string
  readonly text: string
  readonly operationName: string | undefined
  readonly schema: GraphQLSchema
  readonly clients: Map<string, { readonly client: Client; readonly counts: Counts }>
}

/** Flushes every `seconds`; `now` gives milliseconds since 1970. */
export function createUsageCounter(
  usage: Pick<Usage, 'record'>,
  logger: Logger,
  { seconds = 10, now = Date.now }: { readonly seconds?: number; readonly now?: () => number } = {},
): UsageCounter {
  let byText = new Map<string, Counted[]>()
  let size = 0
  let characters = 0
  let dropped = 0
  let today = dayOf(now())
  let flushing: Promise<void> | undefined
  let isClosed = false

  const countedOf = ({ text, operationName, schema }: AnsweredRequest): Counted => {
    let several = byText.get(text)
    if (!several) {
      byText.set(text, (several = []))
      characters += text.length
    }
    const same = several.find(
      (one) => one.operationName === operationName && one.schema === schema && one.day === today.day,
    )
    if (same) return same
    const counted = { day: today.day, text, operationName, schema, clients: new Map() }
    several.push(counted)
    return counted
  }

  const isFullFor = (text: string): boolean =>
    size >= mostCounted || characters + text.length > mostCharacters

  const count = (request: AnsweredRequest): void => {
    const at = now()
    if (at >= today.ends) today = dayOf(at)
    if (isClosed || (!byText.has(request.text) && isFullFor(request.text))) return void (dropped += 1)
    const { clients } = countedOf(request)
    const { client, ms, hasErrors } = request
    const key = `${client.name}\n${client.version}`
    let entry = clients.get(key)
    if (!entry) {
      if (size >= mostCounted) return void (dropped += 1)
      size += 1
      const counts = { requests: 0, errors: 0, latencyMs: 0, latencies: latencyBuckets.map(() => 0) }
      clients.set(key, (entry = { client, counts }))
    }
    const { counts } = entry
    counts.requests += 1
    counts.latencyMs += ms
    if (hasErrors) counts.errors += 1
    const bucket = bucketOf(ms)
    counts.latencies[bucket] = (counts.latencies[bucket] ?? 0) + 1
  }

  let reported = 0
  const store = async (): Promise<void> => {
    if (dropped > reported)
      logger.warn({ requests: dropped - reported }, 'usage of these requests was not counted')
    reported = dropped
    if (size === 0) return
    const counted = [...byText.values()].flat()
    const taken = { byText, size, characters }
    byText = new Map()
    size = 0
    characters = 0
    try {
      const { unread, ...batch } = await batchOf(counted)
      dropped += unread
      await usage.record(batch)
    } catch (error) {
      logger.warn({ err: errorForLogs(error) }, 'usage could not be stored; it is tried again')
      giveBack(taken)
    }
  }

  /** What could not be stored stays, unless as much was counted meanwhile. */
  const giveBack = (taken: {
    readonly byText: Map<string, Counted[]>
    readonly size: number
    readonly characters: number
  }): void => {
    if (size + taken.size > mostCounted || characters + taken.characters > mostCharacters) {
      for (const { clients } of [...taken.byText.values()].flat())
        for (const { counts } of clients.values()) dropped += counts.requests
      return
    }
    for (const [text, several] of taken.byText) byText.set(text, [...several, ...(byText.get(text) ?? [])])
    size += taken.size
    characters += taken.characters
  }

  const flush = (): Promise<void> => (flushing ??= store().finally(() => (flushing = undefined)))
  const timer = setInterval(() => void flush(), seconds * 1_000)
  timer.unref()
  return {
    count,
    flush,
    get dropped() {
      return dropped
    },
    async close() {
      clearInterval(timer)
      await flushing
      isClosed = true
      await flush()
    },
  }
}

interface Day {
  /** In UTC: `2026-11-29`. */
  readonly day: string
  readonly ends: number
}

const dayMs = 86_400_000

function dayOf(at: number): Day {
  return { day: new Date(at).toISOString().slice(0, 10), ends: (Math.floor(at / dayMs) + 1) * dayMs }
}

interface DescribedBatch extends UsageBatch {
  /** Requests of texts that could not be read again. */
  readonly unread: number
}

/** Reads one text at a time, so that requests go on between. */
async function batchOf(counted: readonly Counted[]): Promise<DescribedBatch> {
  const operations = new Map<string, UsedOperation>()
  const counts: UsageCount[] = []
  let unread = 0
  for (const { day, text, operationName, schema, clients } of counted) {
    const operation = tryDescribe(text, operationName, schema)
    if (!operation) {
      for (const { counts: uncounted } of clients.values()) unread += uncounted.requests
      continue
    }
    operations.set(operation.hash, operation)
    for (const { client, counts: sums } of clients.values())
      counts.push({
        operation: operation.hash,
        client: nameForLogs(client.name),
        clientVersion: nameForLogs(client.version),
        day,
        ...sums,
      })
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { operations: [...operations.values()], counts, unread }
}

function tryDescribe(...operation: Parameters<typeof describeOperation>): UsedOperation | undefined {
  try {
    return describeOperation(...operation)
  } catch {
    return undefined
  }
}
