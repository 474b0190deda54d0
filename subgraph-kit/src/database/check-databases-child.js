/**
 * The process that looks through the files it is given: a line of JSON for each that is damaged. In JavaScript, so that Node loads it as it stands. Ends
 * with its parent.
 */
import { setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import BetterSqlite3 from 'better-sqlite3'

const [parent, ...files] = process.argv.slice(2)
const watch = `setInterval(() => { if (process.ppid !== ${Number(parent)}) process.kill(process.pid, 'SIGKILL') }, 1000)`
new Worker(watch, {
  eval: true,
  resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
}).unref()
setPriority(15)

for (const file of files) {
  const fault = faultOf(file)
  if (fault !== null) process.stdout.write(`${JSON.stringify({ file, fault })}\n`)
}

/** The first thing that SQLite finds wrong; null where nothing is, or where it could not look. */
function faultOf(file) {
  let database
  try {
    database = new BetterSqlite3(file, { readonly: true, timeout: 5_000 })
    const said = String(database.pragma('quick_check(1)', { simple: true }))
    return said === 'ok' ? null : (said.split('\n').at(-1) ?? said)
  } catch (error) {
    return /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code)) ? String(error.message) : null
  } finally {
    database?.close()
  }
}
