/**
 * The leader of several workers: it starts them, replaces one that dies, and reports the readiness and
 * metrics of all. It answers no operation. A worker that dies loses the requests that it was answering, and
 * no others.
 */
import type { Worker } from 'node:cluster'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from '../telemetry/log.ts'
import { mergedMetrics, type MetricsJson } from '../telemetry/metrics.ts'
import { heavyProcess } from './heavy-process.ts'
import { peerOver, type Peer, type PeerAnswers } from './peer.ts'
import { forkAs } from './roles.ts'
import { createTurns } from './turns.ts'
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
  /** Lets every worker end as a gateway ends, after so many seconds of notice; resolves when all have. */
  end(noticeSeconds: number): Promise<void>
}

interface RunningWorker {
  readonly worker: Worker
  readonly peer: Peer
  url: string | undefined
}

/** Milliseconds after which a worker that does not hear that it has to end is killed; its clients are cut off then. */
const endPatience = 10_000

/** Milliseconds that a replacement waits where workers die one after another. */
const backOff = { first: 100, most: 5_000 }

export function startLeader({ environment, workers, logger, answers }: LeaderOptions): Leader {
  const running = new Set<RunningWorker>()
  const turns = createTurns()
  const heavy = heavyProcess(environment, logger, { ...answers, ...turns.answers('heavy') })
  let ending = false
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
    refresher ??= [...running].find(({ url }) => url !== undefined)
    refresher?.peer.ask('refresh').catch(() => undefined)
  }
  const startWorker = (): void => {
    const worker = forkAs('worker', environment)
    const peer = peerOver(worker, {
      ...answers,
      ...turns.answers(worker),
      heavy: () => heavy.address(),
      serving: (url) => {
        member.url = String(url)
        if (isServing && !refresher) appoint()
        if (isServing || running.size < workers || [...running].some((other) => other.url === undefined))
          return null
        isServing = true
        appoint()
        resolveServing(member.url)
        return null
      },
    })
    const member: RunningWorker = { worker, peer, url: undefined }
    running.add(member)
    worker.once('exit', (code, signal) => {
      running.delete(member)
      turns.give(worker)
      if (ending) return
      if (refresher === member) refresher = undefined
      if (!isServing) return rejectServing(new Error('A worker ended before it served the graph'))
      logger.error({ worker: worker.process.pid, code, signal }, 'a worker ended; a new one is started')
      deaths += 1
      const wait = Math.min(backOff.most, backOff.first * 2 ** Math.min(deaths - 1, 10))
      setTimeout(() => (deaths = Math.max(0, deaths - 1)), 60_000).unref()
      void pause(wait).then(() => {
        if (!ending) startWorker()
      })
    })
  }
  for (let index = 0; index < workers; index += 1) startWorker()

  const askEach = async <Value>(what: string, patience: number): Promise<Value[]> => {
    const outcomes = await Promise.allSettled([...running].map(({ peer }) => peer.ask(what, null, patience)))
    return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value as Value] : []))
  }
  return {
    serving,
    async readiness() {
      const ofWorkers = await askEach<Readiness>('readiness', 4_000)
      const [ready] = ofWorkers.filter((answer) => answer.ready)
      if (ending || !isServing || ofWorkers.length === 0) return { ready: false, notReady: [] }
      // One worker that refuses a release is enough to be told of it.
      const refusing = ofWorkers.find(({ release }) => release?.refused)
      const told = ready ?? ofWorkers[0] ?? { ready: false, notReady: [] }
      return { ...told, ...(refusing?.release && { release: refusing.release }) }
    },
    async metrics() {
      const ofWorkers = await askEach<MetricsJson>('metrics', 2_000)
      return mergedMetrics([...ofWorkers, ...(await heavy.counted())], running.size)
    },
    async end(noticeSeconds) {
      ending = true
      const ended = [...running].map(
        ({ worker, peer }) =>
          new Promise<void>((resolve) => {
            worker.once('exit', () => resolve())
            peer.ask('end', noticeSeconds, endPatience).catch(() => worker.process.kill('SIGKILL'))
          }),
      )
      await Promise.all(ended)
      heavy.end()
    },
  }
}
