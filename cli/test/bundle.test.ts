/**
 * The bundle that a start reads instead of our sources (bin/sources.js), in a copy of the tree: the sources stay the truth, and where there can be no bundle the
 * hub starts without.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { copyTree } from './copied-tree.ts'
import { runHub, type Ended } from './hub.ts'

const tree = copyTree()
afterAll(() => tree.remove())

const bundles = join(tree.folder, 'node_modules/.cache/hub')
const versionFile = join(tree.folder, 'cli/src/version.ts')
const source = readFileSync(versionFile, 'utf8')
const { version } = JSON.parse(readFileSync(join(tree.folder, 'cli/package.json'), 'utf8')) as {
  version: string
}

const hub = (...words: string[]): Promise<Ended> =>
  runHub(words, { file: tree.hubFile, environment: { HUB_DEBUG: '1' } })
const told = (name: string): Ended => ({
  code: 0,
  stdout: expect.stringMatching(new RegExp(`^${name} ${version}.*\\n$`)) as string,
  stderr: '',
})
const bundlesThere = (): string[] => (existsSync(bundles) ? readdirSync(bundles) : [])
const mainOf = (name: string): string => join(bundles, name, 'cli/src/main.js')

beforeEach(() => {
  writeFileSync(versionFile, source)
})

test('starts at once make one bundle, and later ones read it', async () => {
  expect(await Promise.all([hub('--version'), hub('--version'), hub('--version')])).toEqual(
    Array.from({ length: 3 }, () => told('hub')),
  )
  const [name = '', ...others] = bundlesThere()
  expect(others).toEqual([])
  appendFileSync(`${mainOf(name)}.map`, ' ')
  expect(await hub('--version')).toEqual(told('hub'))
  expect(bundlesThere()).toEqual([name])
  expect(readFileSync(`${mainOf(name)}.map`, 'utf8')).toMatch(/ $/)
})

test('a source that was changed is what the next start runs, and one that was put back too', async () => {
  writeFileSync(versionFile, source.replace('`hub ', '`changed '))
  expect(await hub('--version')).toEqual(told('changed'))
  writeFileSync(versionFile, source)
  expect(await hub('--version')).toEqual(told('hub'))
})

test('a command in a new file is there at the next start', async () => {
  const file = join(tree.folder, 'cli/src/commands/greet.ts')
  writeFileSync(
    file,
    "import { Command } from 'commander'\nexport const command = () => new Command('greet').description('Says hello.')\n",
  )
  expect((await hub('--help')).stdout).toMatch(/greet +Says hello\./)
  rmSync(file)
  expect((await hub('--help')).stdout).not.toContain('greet')
})

test('a stack names the source, and the line in it', async () => {
  const line = source.split('\n').findIndex((text) => text.includes('return')) + 1
  writeFileSync(versionFile, source.replace('return', "if (true) throw new Error('so')\n  return"))
  const { code, stderr } = await hub('--version')
  expect(code).toBe(1)
  expect(stderr).toMatch(new RegExp(`\\/cli\\/src\\/version\\.ts:${String(line)}:\\d+`))
  expect(stderr).not.toContain('.cache')
})

test('a source that is no TypeScript is told by its file and line, as without a bundle', async () => {
  writeFileSync(versionFile, `const = 1\n${source}`)
  const { code, stderr } = await hub('--version')
  expect(code).toBe(1)
  expect(stderr).toMatch(/\/cli\/src\/version\.ts:1:\d+: ERROR/)
  expect(stderr).not.toContain('bundle')
})

test('a damaged bundle is made anew', async () => {
  await hub('--version')
  for (const name of bundlesThere()) {
    const file = mainOf(name)
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, whole.slice(0, whole.length / 2))
  }
  expect(await hub('--version')).toEqual(told('hub'))
  for (const name of bundlesThere()) writeFileSync(join(bundles, name, 'seal'), '')
  expect(await hub('--version')).toEqual(told('hub'))
})

test('a bundle that nobody used for an hour goes when another is made', async () => {
  await hub('--version')
  const before = bundlesThere()
  const longAgo = Date.now() / 1_000 - 3_700
  for (const name of before) utimesSync(join(bundles, name), longAgo, longAgo)
  writeFileSync(versionFile, source.replace('`hub ', '`another '))
  await hub('--version')
  expect(bundlesThere()).toHaveLength(1)
  expect(before).not.toContain(bundlesThere()[0])
})

test('where no bundle can be written, the sources are read as they are, and one line says so', async () => {
  rmSync(bundles, { recursive: true, force: true })
  mkdirSync(dirname(bundles), { recursive: true })
  writeFileSync(bundles, 'a file')
  writeFileSync(versionFile, source.replace('`hub ', '`plain '))
  expect(await hub('--version')).toEqual({
    ...told('plain'),
    stderr: expect.stringMatching(/^hub: the start takes longer, for there is no bundle: .+\n$/) as string,
  })
  rmSync(bundles)
})
