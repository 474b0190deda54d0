/** A copy of this repository that a test may change, with the packages that are installed here. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { repository } from '../bin/dependencies.js'

export interface CopiedTree {
  readonly folder: string
  /** Of the `hub` command. */
  readonly hubFile: string
  remove(): void
}

const folders = ['cli', 'gateway', 'schema', 'subgraph-kit', 'subgraphs', 'test/operations']
const files = ['package.json', 'package-lock.json', 'tsconfig.json']

export function copyTree(): CopiedTree {
  const folder = mkdtempSync(join(tmpdir(), 'samenhang-tree-'))
  const isCopied = (path: string): boolean => !['node_modules', 'test', '.hub'].includes(basename(path))
  for (const one of folders)
    cpSync(join(repository, one), join(folder, one), {
      recursive: true,
      filter: (path) => path === join(repository, one) || isCopied(path),
    })
  for (const file of files) cpSync(join(repository, file), join(folder, file))
  linkPackages(folder)
  return {
    folder,
    hubFile: join(folder, 'cli/bin/hub.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The packages of others are links to those here; our own are those of the copy. */
function linkPackages(folder: string): void {
  const own = '@samenhang'
  for (const inside of ['.', 'cli', 'gateway', 'schema', 'subgraph-kit']) {
    const installed = join(repository, inside, 'node_modules')
    if (!existsSync(installed)) continue
    mkdirSync(join(folder, inside, 'node_modules'), { recursive: true })
    for (const name of readdirSync(installed))
      if (name !== own && name !== '.cache')
        symlinkSync(join(installed, name), join(folder, inside, 'node_modules', name))
  }
  mkdirSync(join(folder, 'node_modules', own))
  const workspaces = ['cli', 'gateway', 'schema', 'subgraph-kit']
  for (const name of workspaces) symlinkSync(join(folder, name), join(folder, 'node_modules', own, name))
  for (const name of readdirSync(join(folder, 'subgraphs')))
    symlinkSync(join(folder, 'subgraphs', name), join(folder, 'node_modules', own, name))
}
