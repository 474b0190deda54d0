/**
 * The processes of one hub. The leader starts and watches the others; where there is one worker, the leader
 * serves the graph itself. Workers share the port of the graph. The heavy process answers large operations,
 * one after another, so that they hold up no worker.
 */
import cluster, { type Worker } from 'node:cluster'

export type Role = 'leader' | 'worker' | 'heavy'

/** Set by the leader for the processes that it starts, and by nobody else. */
const variable = 'SAMENHANG_PROCESS'
const socketVariable = 'SAMENHANG_HEAVY_SOCKET'

export function roleOf(environment: NodeJS.ProcessEnv): Role {
  const role = cluster.isWorker ? environment[variable] : undefined
  return role === 'worker' || role === 'heavy' ? role : 'leader'
}

/** The path of the heavy process's socket, which only this user may use. */
export function heavySocketIn(environment: NodeJS.ProcessEnv): string {
  const path = environment[socketVariable]
  if (path) return path
  throw new Error('The heavy process was started without a socket')
}

/** Starts the command of this process once more, in another role. */
export function forkAs(
  role: Exclude<Role, 'leader'>,
  environment: NodeJS.ProcessEnv,
  socket?: string,
): Worker {
  return cluster.fork({ ...environment, [variable]: role, ...(socket && { [socketVariable]: socket }) })
}
