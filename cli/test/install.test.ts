import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fingerprint, install, reasonToInstall } from '../bin/dependencies.js'
import { runHub } from './hub.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hub-install-'))
  writeFileSync(join(root, 'package-lock.json'), '{}')
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true, force: true })
})

/** What npm leaves behind, made `minutes` after the lock. */
function npmInstalled(minutes: number): void {
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  const file = join(root, 'node_modules', '.package-lock.json')
  writeFileSync(file, '{}')
  const time = Date.now() / 1_000 + minutes * 60
  utimesSync(file, time, time)
}

const pretendNpm = () => vi.fn(async () => npmInstalled(1))

test('a fresh clone is installed', () => {
  expect(reasonToInstall(root)).toBe('the packages are not installed yet')
})

test('an install that broke off is done again', () => {
  mkdirSync(join(root, 'node_modules'))
  expect(reasonToInstall(root)).toBe('the packages are not installed yet')
})

test('packages that npm installed after the lock was written are taken as they are', () => {
  npmInstalled(1)
  expect(reasonToInstall(root)).toBeNull()
})

test('a lock that is newer than the packages means an install', () => {
  npmInstalled(-1)
  expect(reasonToInstall(root)).toBe('package-lock.json is newer than the packages')
})

test('a lock that was only touched, as git does, means none', async () => {
  await install(root, pretendNpm())
  const later = Date.now() / 1_000 + 3_600
  utimesSync(join(root, 'package-lock.json'), later, later)
  expect(reasonToInstall(root)).toBeNull()
})

test('packages built for another Node mean an install', () => {
  npmInstalled(1)
  const [lock] = fingerprint(root).split(' ')
  writeFileSync(join(root, 'node_modules', '.hub-installed'), `${lock!} 1`)
  expect(reasonToInstall(root)).toContain('another Node')
})

test('of two starts at once, one installs and the other waits for it', async () => {
  const npm = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    npmInstalled(1)
  })
  await Promise.all([install(root, npm), install(root, npm)])
  expect(npm).toHaveBeenCalledOnce()
})

test('a lock left by a process that died does not stop an install', async () => {
  const gone = await runAndForget()
  writeFileSync(join(root, '.hub-install.lock'), String(gone))
  const npm = pretendNpm()
  await install(root, npm, 5_000)
  expect(npm).toHaveBeenCalledOnce()
})

test('an install that fails is told, and tried anew the next time', async () => {
  const broken = async () => {
    throw new Error('npm ci failed: no network')
  }
  await expect(install(root, broken)).rejects.toThrow('npm ci failed: no network')
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
    stderr: 'hub: needs Node 20.18 or newer, this is 18.19.1. Install a newer Node.\n',
  })
})

/** The number of a process that has ended. */
async function runAndForget(): Promise<number> {
  const { spawn } = await import('node:child_process')
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await new Promise((resolve) => child.on('close', resolve))
  return child.pid!
}
