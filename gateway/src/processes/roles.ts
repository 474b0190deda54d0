/**
 * The processes of one hub. The leader starts the others and watches over them; where there is one worker, the leader serves the graph itself.
 * Workers share the port of the graph. The heavy process answers, one after another, what would hold up everything else in a worker.
 */
import cluster, { type Worker } from 'node:cluster'

export type Role = 'leader' | 'worker' | 'heavy'

/** Said by the leader to those it starts; nobody else sets it. */
const variable = 'SAMENHANG_PROCESS'
const socketVariable = 'SAMENHANG_HEAVY_SOCKET'

export function roleOf(environment: NodeJS.ProcessEnv): Role {
  const given = cluster.isWorker ? environment[variable] : undefined
  return given === 'worker' || given === 'heavy' ? given : 'leader'
}

/** Where the heavy process listens: a socket in the file system that nobody but this user may use. */
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
