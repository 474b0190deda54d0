/**
 * What has to stand before TypeScript can run: installed packages and tsx. Plain JavaScript, no dependencies.
 * Installs when node_modules is missing, older than package-lock.json or made for another Node; of two at once, one installs.
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

/** Why an install is needed, in words for the person who waits; null where none is. */
export function reasonToInstall(root) {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (!existsSync(lock) || !existsSync(installed)) return 'the packages are not installed yet'
  const marker = readMarker(root)
  if (marker === fingerprint(root)) return null
  if (marker !== null && !marker.endsWith(` ${process.versions.modules}`)) {
    return `the packages were installed for another Node than ${process.versions.node}`
  }
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs
    ? null
    : 'package-lock.json is newer than the packages'
}

/** Runs `npm ci` where it is needed, once, whoever else is starting. Throws with one line for a person. */
export async function install(root, run = npmCi, patience = 600_000) {
  if (reasonToInstall(root) === null) return
  const release = await lockInstall(root, patience)
  try {
    const reason = reasonToInstall(root)
    if (reason === null) return
    process.stderr.write(`hub: ${reason}; running npm ci (once, a minute or two) ...\n`)
    await run(root)
    writeFileSync(markerOf(root), fingerprint(root))
  } finally {
    release()
  }
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
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
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
        new Error(`npm ci failed${why ? `: ${why}` : ` with code ${code}`}. Run npm ci to see it whole.`),
      )
    })
  })
}
