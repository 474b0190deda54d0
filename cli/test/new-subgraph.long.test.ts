/**
 * `hub new-subgraph` in a copy of the repository: the new folder passes what `npm run check` holds and its own tests as it is made, nothing else
 * changes but what is composed and the lock, and a name that cannot be changes nothing at all.
 */
import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'samenhang-copy-'))

interface Ended {
  readonly code: number
  readonly output: string
}

function run(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: copy }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr })
    })
  })
}

const script = (path: string, ...words: string[]) => run(join('node_modules', path), ...words)
const hub = (...words: string[]) => run('cli/bin/hub.js', ...words)
const ok = expect.objectContaining({ code: 0 }) as unknown

/** Every file of the copy but packages, with its content. */
function contents(): ReadonlyMap<string, string> {
  const files = readdirSync(copy, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(copy.length + 1))
    .filter((path) => !path.startsWith('node_modules') && !path.startsWith('.hub'))
  return new Map(files.map((path) => [path, readFileSync(join(copy, path), 'latin1')]))
}

function changedSince(before: ReadonlyMap<string, string>): string[] {
  const now = contents()
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((path) => before.get(path) !== now.get(path))
    .sort()
}

beforeAll(() => {
  for (const name of readdirSync(repository)) {
    if (['node_modules', '.git', '.hub', 'coverage'].includes(name)) continue
    cpSync(join(repository, name), join(copy, name), { recursive: true })
  }
  const packages = join(repository, 'node_modules')
  mkdirSync(join(copy, 'node_modules/@samenhang'), { recursive: true })
  for (const name of readdirSync(packages)) {
    if (name === '.package-lock.json' || name === '.hub-installed')
      cpSync(join(packages, name), join(copy, 'node_modules', name))
    else if (name !== '@samenhang' && name !== '.cache')
      symlinkSync(join(packages, name), join(copy, 'node_modules', name))
  }
  const workspaces = [
    'subgraph-kit',
    'schema',
    'gateway',
    'cli',
    ...readdirSync(join(copy, 'subgraphs')).map((name) => `subgraphs/${name}`),
  ]
  for (const folder of workspaces)
    symlinkSync(join(copy, folder), join(copy, 'node_modules/@samenhang', folder.replace('subgraphs/', '')))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('hub new-subgraph', () => {
  it('a name or a title that cannot be is a usage error, one that is taken a refusal; neither changes anything', async () => {
    const before = contents()
    const taken = JSON.parse(readFileSync(join(copy, 'subgraphs/care/package.json'), 'utf8')) as {
      name: string
    }
    expect(taken.name).toBe('@samenhang/care')
    for (const [words, code, says] of [
      [['Safety'], 2, /lower-case words with hyphens/],
      [['../safety'], 2, /lower-case words with hyphens/],
      [['safety', '--title', 'Say "safety"'], 2, /at most 60 letters/],
      [['care'], 1, /subgraphs\/care exists already/],
      [['catalogue'], 1, /The graph has the subgraph catalogue of the gateway itself already/],
      [['name'], 1, /The graph has the field Area\.name already/],
      [['gateway'], 1, /The graph has the package @samenhang\/gateway already/],
      [['registry'], 1, /The graph has the schema of the registry of releases already/],
    ] as const) {
      const ended = await hub('new-subgraph', ...words)
      expect(ended, words.join(' ')).toMatchObject({ code, output: expect.stringMatching(says) as string })
      expect(ended.output.trim().split('\n')).toHaveLength(1)
    }
    expect(changedSince(before)).toEqual([])
  })

  it('a composition that fails puts everything back', async () => {
    const slice = join(copy, 'subgraphs/care/schema.graphql')
    const sdl = readFileSync(slice, 'utf8')
    writeFileSync(slice, sdl.replace(/type CareProfile [^{]*\{/, '$&\n  "Broken."\n  broken: Nowhere\n'))
    try {
      const before = contents()
      expect(await hub('new-subgraph', 'safety')).toMatchObject({
        code: 1,
        output: expect.stringMatching(/Nowhere/) as string,
      })
      expect(changedSince(before)).toEqual([])
    } finally {
      writeFileSync(slice, sdl)
    }
  })

  it('the folder passes the checks and its own tests at once, and only the composed schema and the lock change beside it', async () => {
    const before = contents()
    // As it stays where somebody tried it before and removed the folder.
    symlinkSync(
      '../../subgraphs/public-transport',
      join(copy, 'node_modules/@samenhang/public-transport'),
      'junction',
    )
    expect(await hub('new-subgraph', 'public-transport', '--title', 'Public transport')).toEqual(ok)
    const outside = changedSince(before).filter((path) => !path.startsWith('subgraphs/public-transport/'))
    expect(outside).toEqual([
      'CODEOWNERS',
      'docs/data-catalogue.md',
      'package-lock.json',
      'schema/api.graphql',
      'schema/public.graphql',
      'schema/supergraph.graphql',
    ])
    const config = {
      extends: './tsconfig.json',
      include: ['subgraphs/public-transport/**/*.ts', 'subgraph-kit/**/*.d.ts'],
    }
    writeFileSync(join(copy, 'tsconfig.new.json'), JSON.stringify(config))
    expect(await hub('compose', '--check')).toEqual(ok)
    expect(await script('@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.ts', '--check')).toEqual(ok)
    expect(
      await script('prettier/bin/prettier.cjs', '--check', 'subgraphs/public-transport', 'package-lock.json'),
    ).toEqual(ok)
    // Without the other files of the repository, types of its own packages are lacking; what counts are faults of the new folder.
    const types = await script('typescript/bin/tsc', '-p', 'tsconfig.new.json', '--listFilesOnly')
    expect(types.output).toContain('subgraphs/public-transport/src/index.ts')
    expect((await script('typescript/bin/tsc', '-p', 'tsconfig.new.json')).output).not.toContain(
      'subgraphs/public-transport',
    )
    expect(await script('eslint/bin/eslint.js', 'subgraphs/public-transport')).toEqual(ok)
    expect(
      await script('cspell/bin.mjs', 'lint', '--no-progress', 'subgraphs/public-transport/**', 'docs/*.md'),
    ).toEqual(ok)
    const tests = await script('vitest/vitest.mjs', 'run', 'subgraphs/public-transport')
    expect(tests.output).toMatch(/Tests .*[24] passed/)
    // What the tests of the whole repository ask of every domain.
    const all = await script(
      'vitest/vitest.mjs',
      'run',
      'schema/test/owners',
      'test/synthetic-figures',
      'test/every-year',
    )
    expect(all).toEqual(ok)
    expect(tests.code).toBe(0)
  })
})
