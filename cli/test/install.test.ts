/**
 * A clone becomes ready by itself: packages are installed where they are missing or of another version,
 * native builds where Node changed, once where several start at the same time.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fingerprint, install, reasonToInstall } from '../bin/dependencies.js'
import { answerWithoutPackages } from '../bin/without-packages.js'
import { runHub } from './hub.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hub-install-'))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true, force: true })
})

const packages = {
  'node_modules/one': { version: '1.0.0', integrity: 'sha512-one' },
  'cli/node_modules/two': { version: '2.0.0', integrity: 'sha512-two' },
  'node_modules/elsewhere': { version: '3.0.0', integrity: 'sha512-three', optional: true },
}

/** What npm leaves behind of the lock that is there. */
function npmInstalled(version = '1.0.0'): void {
  for (const path of ['node_modules/one', 'cli/node_modules/two'])
    mkdirSync(join(root, path), { recursive: true })
  const here = Object.fromEntries(
    Object.entries(packages).filter(([path]) => path !== 'node_modules/elsewhere'),
  )
  const there = { ...here, 'node_modules/one': { ...here['node_modules/one'], version } }
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: there }))
}

const pretendNpm = () => ({ ci: vi.fn(async () => npmInstalled()) })

test('a fresh clone is installed', () => {
  expect(reasonToInstall(root)).toBe('the packages are not installed yet')
})

test('an install that broke off is done again', () => {
  mkdirSync(join(root, 'node_modules'))
  expect(reasonToInstall(root)).toBe('the packages are not installed yet')
})

test('packages that are what the lock says are taken as they are, whichever file is newer', async () => {
  npmInstalled()
  const later = Date.now() / 1_000 + 3_600
  utimesSync(join(root, 'package-lock.json'), later, later)
  expect(reasonToInstall(root)).toBeNull()
  const npm = pretendNpm()
  await install(root, npm)
  expect(npm.ci).not.toHaveBeenCalled()
})

test('a package of another version means an install, and so does one that is gone below a workspace', () => {
  npmInstalled('0.9.0')
  expect(reasonToInstall(root)).toBe('package-lock.json has another one than is installed')
  npmInstalled()
  rmSync(join(root, 'cli'), { recursive: true })
  expect(reasonToInstall(root)).toBe('cli/node_modules/two is missing')
})

test('a native build for another Node is built anew, and marked as well only once it loads', async () => {
  npmInstalled()
  const marker = join(root, 'node_modules', '.hub-installed')
  const npm = pretendNpm()
  let built = false
  const loads = vi.fn(() => Promise.resolve(built))
  const fails = vi.fn(() => Promise.resolve())
  await expect(install(root, { ...npm, loads, rebuild: fails })).rejects.toThrow(
    'does not load after a rebuild',
  )
  expect(existsSync(marker)).toBe(false)
  const rebuild = vi.fn(async () => void (built = true))
  await install(root, { ...npm, loads, rebuild })
  expect([npm.ci.mock.calls.length, rebuild.mock.calls.length]).toEqual([0, 1])
  expect(readFileSync(marker, 'utf8')).toBe(fingerprint(root))
  loads.mockClear()
  await install(root, { ...npm, loads, rebuild })
  expect(loads).not.toHaveBeenCalled()
})

test('with HUB_SQLITE=sqlite3 it is no matter whether better-sqlite3 loads, and nothing is marked', async () => {
  npmInstalled()
  vi.stubEnv('HUB_SQLITE', 'sqlite3')
  const loads = vi.fn(() => Promise.resolve(false))
  await install(root, { ...pretendNpm(), loads })
  expect(loads).not.toHaveBeenCalled()
  expect(existsSync(join(root, 'node_modules', '.hub-installed'))).toBe(false)
  vi.unstubAllEnvs()
})

test('help and the version are there before any package is', () => {
  expect(answerWithoutPackages(['--version'])).toMatch(/^hub \d+\.\d+\.\d+, Node \d+/)
  expect(answerWithoutPackages(['--help'])).toMatch(/ {2}import +\S.*\n(?:.*\n)* {2}start +Serve the graph/)
  expect(answerWithoutPackages(['start'])).toBeNull()
})

test('of two starts at once, one installs and the other waits for it', async () => {
  const npm = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    npmInstalled()
  })
  await Promise.all([install(root, { ci: npm }), install(root, { ci: npm })])
  expect(npm).toHaveBeenCalledOnce()
})

test('a lock left by a process that died does not stop an install', async () => {
  const gone = await runAndForget()
  writeFileSync(join(root, '.hub-install.lock'), String(gone))
  const npm = pretendNpm()
  await install(root, npm, 5_000)
  expect(npm.ci).toHaveBeenCalledOnce()
})

test('an install that fails is told, and tried anew the next time', async () => {
  const broken = async () => {
    throw new Error('npm ci failed: no network')
  }
  await expect(install(root, { ci: broken })).rejects.toThrow('npm ci failed: no network')
  expect(reasonToInstall(root)).not.toBeNull()
  await install(root, pretendNpm())
  expect(reasonToInstall(root)).toBeNull()
})

test('an older Node gets one line that says which one is needed, and exit code 1', async () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.1' } })`
  const ended = await runHub(['start'], {
    node: ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`],
  })
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: 'hub: needs Node 20.18 or newer, this is 18.19.1. Install Node 22.\n',
  })
})

/** The number of a process that has ended. */
async function runAndForget(): Promise<number> {
  const { spawn } = await import('node:child_process')
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await new Promise((resolve) => child.on('close', resolve))
  return child.pid!
}
