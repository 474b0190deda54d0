/**
 * The leader of several workers: it starts them, replaces one that dies, has new ones take the place of all where another release is to be served, and
 * reports the readiness and metrics of all. It answers no operation. A worker that dies loses the requests that it was answering, and no others.
 */
import type { Worker } from 'node:cluster'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from '../telemetry/log.ts'
import { mergedMetrics, type MetricsJson } from '../telemetry/metrics.ts'
import { handBackConnections } from './handed-connections.ts'
import { heavyProcess } from './heavy-process.ts'
import { peerOver, type Peer, type PeerAnswers } from './peer.ts'
import { replaceEach } from './replace-each.ts'
import { forkAs } from './roles.ts'
import { startPriority } from './start-priority.ts'
import type { Readiness, Watched } from './watched.ts'

export interface LeaderOptions {
  readonly environment: NodeJS.ProcessEnv
  readonly workers: number
  readonly logger: Logger
  /** What the others may ask besides. */
  readonly answers: PeerAnswers
}

export interface Leader extends Watched {
  /** The base URL of the graph, once every worker serves it. Rejects where one ends before. */
  readonly serving: Promise<string>
  /**
   * Has new workers take the place of all, one after another; who asks meanwhile is answered by one of them. `check` looks at the readiness of the
   * first new one: where it throws, or where no new one comes to serve, the others stay. Rejects then.
   */
  renew(check: (readiness: Readiness) => void, noticeSeconds: number): Promise<void>
  /** Lets every worker end as a gateway ends, after so many seconds of notice; resolves when all have. */
  end(noticeSeconds: number): Promise<void>
}

interface RunningWorker {
  readonly worker: Worker
  readonly peer: Peer
  /** Resolves when it serves the graph. Rejects where it ends before. */
  readonly served: Promise<void>
  readonly ended: Promise<void>
  url: string | undefined
  /** Whether another is started when it ends. */
  isWanted: boolean
}

/** Milliseconds after which a worker that does not hear that it has to end is killed; its clients are cut off then. */
const endPatience = 10_000

/** Milliseconds that a replacement waits where workers die one after another. */
const backOff = { first: 100, most: 5_000 }

export function startLeader({ environment, workers, logger, answers }: LeaderOptions): Leader {
  const running = new Set<RunningWorker>()
  const heavy = heavyProcess(environment, logger, answers)
  const priority = startPriority()
  let isEnding = false
  let isServing = false
  let deaths = 0
  let refresher: RunningWorker | undefined
  let resolveServing: (url: string) => void
  let rejectServing: (error: Error) => void
  const serving = new Promise<string>((resolve, reject) => {
    resolveServing = resolve
    rejectServing = reject
  })
  serving.catch(() => undefined)

  /** Has one worker keep results up to date. */
  const appoint = (): void => {
    refresher ??= [...running].find(({ url, isWanted }) => url !== undefined && isWanted)
    refresher?.peer.ask('refresh').catch(() => undefined)
  }
  const startWorker = (isWanted: boolean): RunningWorker => {
    if (isEnding) throw new Error('the hub is ending')
    const worker = forkAs('worker', environment)
    handBackConnections(worker)
    const peer = peerOver(worker, {
      ...answers,
      heavy: () => heavy.address(),
      left: () => null,
      serving: (url) => {
        member.url = String(url)
        served.resolve()
        if (isServing && !refresher) appoint()
        if (isServing || running.size < workers || [...running].some((other) => other.url === undefined))
          return null
        isServing = true
        appoint()
        resolveServing(member.url)
        return null
      },
    })
    const [served, ended] = [deferred(), deferred()]
    const promises = { served: served.promise, ended: ended.promise }
    const member: RunningWorker = { worker, peer, ...promises, url: undefined, isWanted }
    running.add(member)
    worker.once('exit', (code, signal) => {
      running.delete(member)
      served.reject(new Error('a new process ended before it served the graph'))
      ended.resolve()
      if (isEnding || !member.isWanted) return
      if (refresher === member) refresher = undefined
      if (!isServing) return rejectServing(new Error('A worker ended before it served the graph'))
      logger.error({ worker: worker.process.pid, code, signal }, 'a worker ended; a new one is started')
      deaths += 1
      const wait = Math.min(backOff.most, backOff.first * 2 ** Math.min(deaths - 1, 10))
      setTimeout(() => (deaths = Math.max(0, deaths - 1)), 60_000).unref()
      void pause(wait).then(() => {
        if (!isEnding) startWorker(true)
      })
    })
    return member
  }
  for (let index = 0; index < workers; index += 1) startWorker(true)

  const askEach = async <Value>(what: string, patience: number): Promise<Value[]> => {
    const outcomes = await Promise.allSettled([...running].map(({ peer }) => peer.ask(what, null, patience)))
    return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value as Value] : []))
  }
  return {
    serving,
    async readiness() {
      const ofWorkers = await askEach<Readiness>('readiness', 4_000)
      const [ready] = ofWorkers.filter((answer) => answer.ready)
      if (isEnding || !isServing || ofWorkers.length === 0) return { ready: false, notReady: [] }
      return ready ?? ofWorkers[0] ?? { ready: false, notReady: [] }
    },
    async metrics() {
      const ofWorkers = await askEach<MetricsJson>('metrics', 2_000)
      return mergedMetrics([...ofWorkers, ...(await heavy.counted())], running.size)
    },
    async renew(check, noticeSeconds) {
      await replaceEach({
        old: [...running].filter(({ isWanted }) => isWanted),
        start() {
          const member = startWorker(false)
          priority?.lower(member.worker.process.pid ?? 0)
          return member
        },
        check: async ({ peer }) => check((await peer.ask('readiness', null, 10_000)) as Readiness),
        take(next) {
          priority?.restore(next.worker.process.pid ?? 0)
          next.isWanted = true
        },
        async retire(member) {
          member.isWanted = false
          if (refresher === member) {
            refresher = undefined
            appoint()
          }
          leave(member, 'retire', noticeSeconds)
          await member.ended
        },
        // One that serves has connections, and answers them to the end.
        end: (member) =>
          member.url === undefined
            ? void member.worker.process.kill('SIGKILL')
            : leave(member, 'retire', noticeSeconds),
      })
    },
    async end(noticeSeconds) {
      isEnding = true
      const ended = [...running].map(
        (member) =>
          new Promise<void>((resolve) => {
            member.worker.once('exit', () => resolve())
            leave(member, 'end', noticeSeconds)
          }),
      )
      await Promise.all(ended)
      heavy.end()
    },
  }
}

/** Lets it answer what it has: as the whole hub ends, or beside others that take what comes. It is killed where it does not hear that. */
function leave({ peer, worker }: RunningWorker, how: 'end' | 'retire', noticeSeconds: number): void {
  peer.ask(how, noticeSeconds, endPatience).catch(() => worker.process.kill('SIGKILL'))
}

interface Deferred {
  readonly promise: Promise<void>
  resolve(): void
  reject(error: Error): void
}

function deferred(): Deferred {
  let [resolve, reject] = [(): void => undefined, (_error: Error): void => undefined]
  const promise = new Promise<void>((resolved, rejected) => ([resolve, reject] = [resolved, rejected]))
  promise.catch(() => undefined)
  return { promise, resolve: () => resolve(), reject: (error) => reject(error) }
}
