/**
 * Connections that the leader has handed to a worker, and that the worker has not taken yet when it ends. node:cluster then waits for ever for
 * it to say so: the connection stays open, and its client unanswered (Node 20.20, 22 and 24). Here the end of the worker counts as a
 * refusal, after which node:cluster hands the connection to another. Both messages are internal to Node: where they change, nothing is
 * handed back, and the test of it in cli/test/workers.test.ts fails.
 */
import type { Worker } from 'node:cluster'

/** What the two sides of node:cluster tell each other: a connection, numbered, and whether that number was accepted. */
interface ClusterMessage {
  readonly cmd: 'NODE_CLUSTER'
  readonly act?: string
  readonly seq?: number
  readonly ack?: number
  readonly accepted?: boolean
}

function isOfCluster(message: unknown): message is ClusterMessage {
  return (message as ClusterMessage | null)?.cmd === 'NODE_CLUSTER'
}

/** To be called for each worker as it is started. */
export function handBackConnections(worker: Worker): void {
  const { process } = worker
  const handed = new Set<number>()
  const send = process.send.bind(process) as (...message: readonly unknown[]) => boolean
  process.send = (...message: readonly unknown[]) => {
    const [first] = message
    if (isOfCluster(first) && first.act === 'newconn' && first.seq !== undefined) handed.add(first.seq)
    return send(...message)
  }
  process.on('internalMessage', (message: unknown) => {
    if (isOfCluster(message) && message.ack !== undefined) handed.delete(message.ack)
  })
  worker.once('exit', () => {
    if (handed.size === 0) return
    // The channel never says that it has ended while it waits: only then is the worker handed nothing more.
    process.emit('disconnect')
    for (const ack of handed)
      process.emit(
        'internalMessage',
        { cmd: 'NODE_CLUSTER', ack, accepted: false } as never,
        undefined as never,
      )
  })
}
