/**
 * Looks through the pages of SQLite databases in a process of its own, at low priority, while they are served: a large file takes minutes. A database
 * in which it finds damage is lost.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Database } from './database.ts'
import { damaged } from './database-loss.ts'

const program = fileURLToPath(new URL('check-databases-child.js', import.meta.url))

type Checked = Pick<Database, 'file' | 'lose'> & { readonly name: string }

/** Returns at once; what it returns ends the looking. Where it cannot be done, that is a warning. */
export function checkBeside(databases: readonly Checked[], logger: Logger): () => void {
  const byFile = new Map(
    databases.flatMap((database) => (database.file === null ? [] : [[database.file, database] as const])),
  )
  if (byFile.size === 0) return () => undefined
  const child = spawn(process.execPath, [program, String(process.pid), ...byFile.keys()], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {},
  })
  child.unref()
  child.stdout.on('error', () => undefined)
  child.once('error', (error) => logger.warn({ err: error }, 'the databases are not looked through'))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { file, fault } = JSON.parse(line) as { readonly file: string; readonly fault: string }
    const database = byFile.get(file)
    database?.lose(damaged(database.name, fault))
  })
  return () => void child.kill('SIGKILL')
}
