/**
 * A process that serves one subgraph from source for `hub dev`: it loads what the sources import from packages, waits until it is wanted, and then
 * loads the sources as they are at that time.
 */
import { refuseUnready } from '@samenhang/gateway/access/findings'
import { importSubgraph } from '@samenhang/gateway/subgraphs'
import { startServing, type ServedSubgraph } from '@samenhang/subgraph-kit/serve'
import type { Subgraph } from '@samenhang/subgraph-kit/subgraph'
import pino from 'pino'
import { faultOf } from './source-fault.ts'
import type { SubgraphMessage, SubgraphOrder } from './subgraph-processes.ts'

export function run(): void {
  let served: ServedSubgraph | undefined
  const tell = (message: SubgraphMessage): void => void process.send?.(message)
  const orders: { readonly [Order in SubgraphOrder['order']]: (name: string) => Promise<void> } = {
    prepare: async (modules) => {
      await Promise.allSettled(modules.split(' ').map((module) => import(module)))
    },
    serve: async (name) => {
      const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2))
      served = await startServing(withoutRealPeople(await importSubgraph(name)), process.env, logger)
      tell({ url: served.url })
    },
    end: async () => {
      await served?.close()
      process.exit()
    },
  }
  const fail = (error: unknown): void => {
    tell({ fault: faultOf(error) })
    // What was told is on its way first.
    setImmediate(() => process.exit(1))
  }
  process.on('uncaughtException', fail)
  let last = Promise.resolve()
  process.on('message', ({ order, of }: SubgraphOrder) => {
    last = last.then(() => orders[order](of)).catch(fail)
  })
}

/** As `hub start` does, the demo opens no records of real people. */
function withoutRealPeople(subgraph: Subgraph): Subgraph {
  return {
    ...subgraph,
    async open(options) {
      const running = await subgraph.open(options)
      try {
        await refuseUnready({ ...options, subgraphs: [running], subgraphUrls: new Map() })
        return running
      } catch (error) {
        await running.close()
        throw error
      }
    },
  }
}
