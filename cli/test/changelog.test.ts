/** The changelog that a release writes: the whole of it, whoever is killed while writing; and never at the cost of the release. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openRegistry, type Registry } from '@samenhang/schema/registry/registry'
import { digestOf, type Release } from '@samenhang/schema/registry/release'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { updateChangelog } from '../src/schema/changelog.ts'
import { runHub } from './hub.ts'

let folder: string
let file: string
let data: TestData
let registry: Registry
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'changelog-'))
  file = join(folder, 'CHANGELOG.md')
  data = await makeTestData()
  registry = await openRegistry(data.environment)
})
afterEach(async () => {
  await registry.close()
  await data.remove()
  rmSync(folder, { recursive: true, force: true })
})

function release(number: number, kind: Release['kind'], diff: readonly string[]): Release {
  const texts = { supergraph: '', api: '', diff: JSON.stringify(diff), report: 'null' }
  const statement = {
    ...{
      number,
      kind,
      previous: number === 0 ? null : 0,
      restores: null,
      madeAt: '2026-11-30T09:00:00.000Z',
    },
    ...{ author: 'care-1', changed: ['care'], slices: [], digests: { diff: digestOf(texts.diff) } },
  }
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64url')
  return { number, kind, jws: `e30.${payload}.c2ln`, keyId: 'demo', ...texts }
}

it('has every release and no preview, and is printed alike', async () => {
  await registry.releases.add(
    [
      release(0, 'release', []),
      release(1, 'release', ['+ A.b: Int']),
      release(2, 'preview', ['+ A.secret: Int']),
    ],
    [],
  )
  await updateChangelog(registry, file)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('## Release 1 (2026-11-30)\n\nBy care-1: care.\n\n### Added\n\n- `A.b`: Int\n')
  expect(text).not.toContain('secret')
  expect(statSync(file).mode & 0o777).toBe(0o644)
  await registry.releases.add([release(3, 'release', ['- A.b: Int'])], [])
  await updateChangelog(registry, file)
  expect(readFileSync(file, 'utf8').match(/^## Release \d/gm)).toEqual(['## Release 3', '## Release 1'])
  const { HUB_DATA_DIR = '' } = data.environment
  const printed = await runHub(['schema', 'changelog'], { environment: { HUB_DATA_DIR } })
  expect([printed.code, printed.stderr]).toEqual([0, ''])
  expect(printed.stdout).toBe(readFileSync(file, 'utf8'))
  expect(readdirSync(folder)).toEqual(['CHANGELOG.md'])
})

it('that cannot be written costs a line on stderr, and nothing else', async () => {
  await registry.releases.add([release(0, 'release', []), release(1, 'release', [])], [])
  mkdirSync(file)
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await updateChangelog(registry, file)
  expect(written.mock.calls.map(([line]) => String(line))).toEqual([
    expect.stringMatching(/^hub schema: released, but .+\n$/),
  ])
  written.mockRestore()
})

const script = `
const { updateChangelog } = await import(process.argv[1])
const { writeFileSync } = await import('node:fs')
const file = process.argv[2]
const diff = JSON.stringify(Array.from({ length: 40_000 }, (_, index) => '+ A.b' + index + ': Int'))
const statement = { number: 1, previous: 0, restores: null, madeAt: '2026-11-30', author: 'a', changed: [] }
const jws = '.' + Buffer.from(JSON.stringify(statement)).toString('base64url') + '.'
const registry = { releases: { history: async () => [{ number: 1, kind: 'release', keyId: '', jws, diff }] } }
for (;;) {
  await updateChangelog(registry, file)
  process.stdout.write('written\\n')
  statement.madeAt = 'again'
  await (await import('node:fs/promises')).copyFile(file + '.old', file + '.begin')
  await (await import('node:fs/promises')).rename(file + '.begin', file)
}`

it('whoever is killed while writing leaves the old file or the new one, whole', async () => {
  const old = '# Changelog of the graph\n\n## Release 0 (2026-01-01)\n\nAs people wrote it.\n'
  writeFileSync(file, old)
  writeFileSync(`${file}.old`, old)
  const module = new URL('../src/schema/changelog.ts', import.meta.url).href
  for (const ms of [0, 3, 7, 12, 20, 31]) {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script, module, file],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    await once(child.stdout, 'data')
    await pause(ms)
    child.kill('SIGKILL')
    await once(child, 'close')
    const text = readFileSync(file, 'utf8')
    expect(text.endsWith(old.slice(old.indexOf('## ')))).toBe(true)
    if (text !== old) expect(text.match(/^- `A\.b/gm)).toHaveLength(40_000)
    writeFileSync(file, old)
  }
})
