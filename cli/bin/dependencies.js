/**
 * What has to stand before TypeScript can run: installed packages and tsx. Plain JavaScript, no dependencies.
 * Installs where a package of package-lock.json is missing or of another version, by content and not by file times; of two at once, one installs.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Says what `node_modules` was installed from: the lock's content and the Node its native parts were built for. */
export function fingerprint(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${process.versions.modules}`
}

/** Why an install is needed, in words for the person who waits; null where every package of the lock is there, in its version. */
export function reasonToInstall(root) {
  const lock = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (lock === null || installed === null) return 'the packages are not installed yet'
  for (const [path, wanted] of Object.entries(lock)) {
    if (!/(?:^|\/)node_modules\//.test(path)) continue
    const found = installed[path]
    // Those of other platforms are not installed; which these are, npm decides.
    if (found === undefined && (wanted.optional || wanted.devOptional || wanted.peer)) continue
    if (!existsSync(join(root, path))) return `${path} is missing`
    const isSame = found?.version === wanted.version && found?.integrity === wanted.integrity
    // What npm noted may be of another install than the packages are; the package itself says which it is.
    if (!isSame && versionIn(join(root, path)) !== wanted.version)
      return `package-lock.json has another ${nameIn(path)} than is installed`
  }
  return null
}

/** What is done about packages, to be replaced by tests. */
const actions = { ci: npmCi, rebuild: npmRebuild, loads: nativeLoads }

/**
 * Runs `npm ci` where it is needed, and builds the native SQLite anew where this Node cannot load it: once, whoever else is starting.
 * The mark that all is well is written after SQLite was loaded. Throws with one line for a person.
 */
export async function install(root, given = {}, patience = 600_000) {
  const { ci, rebuild, loads } = { ...actions, ...given }
  if (reasonToInstall(root) === null) {
    if (isOtherLibrary() || readMarker(root) === fingerprint(root)) return
    if (await loads(root)) return mark(root)
  }
  const release = await lockInstall(root, patience)
  try {
    const reason = reasonToInstall(root)
    if (reason !== null) {
      process.stderr.write(`hub: ${reason}; running npm ci (once, a minute or two) ...\n`)
      await ci(root)
    } else if (readMarker(root) === fingerprint(root)) return
    if (isOtherLibrary()) return
    if (!(await loads(root))) {
      process.stderr.write(
        `hub: better-sqlite3 was built for another Node; building it for ${process.versions.node} ...\n`,
      )
      await rebuild(root)
      if (!(await loads(root)))
        throw new Error(
          'better-sqlite3 does not load after a rebuild. Run npm rebuild better-sqlite3 to see why.',
        )
    }
    mark(root)
  } finally {
    release()
  }
}

/** Then better-sqlite3 need not load, and nothing is marked; subgraph-kit/src/database/sqlite3.ts tells what is wrong with the other. */
const isOtherLibrary = () => process.env['HUB_SQLITE'] === 'sqlite3'

/** Where nothing may be written, the next start looks again. */
function mark(root) {
  try {
    writeFileSync(markerOf(root), fingerprint(root))
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
  }
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return null
  }
}

function versionIn(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

function nameIn(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** Whether this Node opens a database with the better-sqlite3 that is there; in a process of its own, for a wrong build cannot be unloaded. */
function nativeLoads(root) {
  if (!existsSync(join(root, 'node_modules', 'better-sqlite3'))) return Promise.resolve(true)
  const opens = "const Database = require('better-sqlite3'); new Database(':memory:').close()"
  return new Promise((resolve) => {
    spawn(process.execPath, ['-e', opens], { cwd: root, stdio: 'ignore' })
      .on('error', () => resolve(false))
      .on('close', (code) => resolve(code === 0))
  })
}

/** Lets `import` take TypeScript from here on, and keeps compiled code where this Node can. */
export async function readTypeScript() {
  nodeModule.enableCompileCache?.()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: join(repository, 'tsconfig.json') })
}

const markerOf = (root) => join(root, 'node_modules', '.hub-installed')

function readMarker(root) {
  try {
    return readFileSync(markerOf(root), 'utf8')
  } catch {
    return null
  }
}

async function lockInstall(root, patience) {
  const path = join(root, '.hub-install.lock')
  const until = Date.now() + patience
  let told = false
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw new Error(
          `cannot install here: ${root} is not writable (${error.code}). Run npm ci as its owner.`,
          {
            cause: error,
          },
        )
      }
    }
    if (abandoned(path)) rmSync(path, { force: true })
    else if (Date.now() > until)
      throw new Error(`another install holds ${path}. Wait for it, or remove that file.`)
    else {
      if (!told) process.stderr.write('hub: waiting for another npm ci in this folder ...\n')
      told = true
      await pause(300)
    }
  }
}

/** True where the process that holds the lock is gone; a lock without a number yet gets ten seconds. */
function abandoned(path) {
  try {
    const holder = Number(readFileSync(path, 'utf8'))
    if (!holder) return Date.now() - statSync(path).mtimeMs > 10_000
    process.kill(holder, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function npmCi(root) {
  return npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

function npmRebuild(root) {
  return npm(root, ['rebuild', 'better-sqlite3', '--loglevel=error'])
}

function npm(root, words) {
  const path = process.env.npm_execpath
  const [program, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...words], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32' && program === 'npm',
    })
    // Who stops the hub stops the install too, or the next start would meet it half way.
    const stop = () => child.kill()
    process.once('SIGINT', stop).once('SIGTERM', stop)
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text))
    child.on('error', (error) =>
      reject(new Error(`cannot run npm (${error.code}). Install npm, then try again.`)),
    )
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (code === 0) return resolve()
      const lines = said
        .split('\n')
        .filter((line) => line.startsWith('npm error') && !/error code/.test(line))
      const why = lines.map((line) => line.replace('npm error', '').trim()).find(Boolean)
      reject(
        new Error(
          `npm ${words[0]} failed${why ? `: ${why}` : ` with code ${code}`}. Run npm ${words[0]} to see it whole.`,
        ),
      )
    })
  })
}
