/**
 * A new domain: a folder under subgraphs/ of the standard shape with one example indicator, its entries in package-lock.json, and the schema
 * composed anew. Whole or not at all: where a step fails, everything is put back.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSchema, isInterfaceType } from 'graphql'
import { registryName } from '@samenhang/schema/registry/place'
import { CommandRefused } from '../faults.ts'
import { addToLock, type Workspace } from './lock.ts'
import { namesOf, type SubgraphNames } from './names.ts'

const template = fileURLToPath(new URL('../../template', import.meta.url))
const suffix = '.tmpl'
/** Files outside the folder that change, and have to be as before where a step fails. */
const shared = [
  'schema/supergraph.graphql',
  'schema/api.graphql',
  'schema/public.graphql',
  'docs/data-catalogue.md',
  'CODEOWNERS',
]

export interface NewSubgraph {
  readonly name: string
  readonly title: string | undefined
}

/** Makes the folder in the repository at `root` and gives its path from there. Throws CommandRefused where it cannot be made. */
export async function createSubgraphFolder(root: string, { name, title }: NewSubgraph): Promise<string> {
  const names = namesOf(name, title)
  const folder = join('subgraphs', name)
  if (existsSync(join(root, folder)))
    throw new CommandRefused([`${folder} exists already. Choose another name, or change what is there.`])
  refuseOwned(root, names)
  const before = new Map(shared.map((path) => [path, readFileSync(join(root, path))]))
  const undo: (() => void)[] = [
    () => rmSync(join(root, folder), { recursive: true, force: true }),
    () => before.forEach((content, path) => writeFileSync(join(root, path), content)),
  ]
  try {
    fill(join(root, folder), { ...names, port: String(freePort(root)) })
    const workspace = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Workspace
    undo.push(addToLock(root, folder, workspace))
    addOwner(join(root, 'CODEOWNERS'), name)
    await run(root, [join(root, 'cli/bin/hub.js'), 'compose'])
    await run(root, [scriptOf(root, '@graphql-codegen/cli', 'graphql-codegen'), '--config', 'codegen.ts'])
    await run(root, [scriptOf(root, 'prettier', 'prettier'), '--write', '--log-level', 'warn', folder])
    return folder
  } catch (error) {
    for (const step of undo) step()
    throw error
  }
}

/** The graph as it is must not have what the new subgraph would own. */
function refuseOwned(root: string, { name, field, Type }: SubgraphNames): void {
  const schema = buildSchema(readFileSync(join(root, 'schema/api.graphql'), 'utf8'), { assumeValidSDL: true })
  const area = schema.getType('Area')
  const owned = [
    ...(existsSync(join(root, 'node_modules/@samenhang', name)) ? [`the package @samenhang/${name}`] : []),
    ...(name === registryName ? ['the schema of the registry of releases'] : []),
    ...(existsSync(join(root, 'schema', `${name}.graphql`))
      ? [`the subgraph ${name} of the gateway itself`]
      : []),
    ...(isInterfaceType(area) ? [field, `${field}Series`].filter((one) => area.getFields()[one]) : []).map(
      (one) => `the field Area.${one}`,
    ),
    ...(schema.getType(`${Type}Profile`) ? [`the type ${Type}Profile`] : []),
  ]
  if (owned.length > 0)
    throw new CommandRefused([
      `The graph has ${owned.join(' and ')} already. Choose another name than ${name}.`,
    ])
}

function fill(folder: string, values: Readonly<Record<string, string>>): void {
  for (const path of readdirSync(template, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith(suffix)) continue
    const text = readFileSync(join(template, path), 'utf8').replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => {
      const value = values[key]
      if (value === undefined) throw new Error(`cli/template/${path} uses {{${key}}}, which has no value`)
      return value
    })
    const file = join(folder, path.slice(0, -suffix.length))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Gives the folder a team of its own, after those of the other subgraphs. */
function addOwner(file: string, name: string): void {
  const lines = readFileSync(file, 'utf8').split('\n')
  const last = lines.findLastIndex((line) => line.startsWith('/subgraphs/'))
  lines.splice(last + 1, 0, `${`/subgraphs/${name}/`.padEnd(44)} @samenhang/${name}`)
  writeFileSync(file, lines.join('\n'))
}

/** The first port above those of the other subgraphs. */
function freePort(root: string): number {
  const ports = readdirSync(join(root, 'subgraphs')).flatMap((name) => {
    const file = join(root, 'subgraphs', name, 'package.json')
    if (!existsSync(file)) return []
    return [(JSON.parse(readFileSync(file, 'utf8')) as { config?: { port?: number } }).config?.port ?? 0]
  })
  return Math.max(4100, ...ports) + 1
}

/** The script of a command of an installed package. */
function scriptOf(root: string, packageName: string, command: string): string {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Readonly<Record<string, string>>
  }
  return join(folder, typeof bin === 'string' ? bin : (bin[command] ?? ''))
}

/** Runs a script of Node in the repository. Throws CommandRefused with what it said where it fails. */
function run(root: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      reject(new CommandRefused(linesOf(said)))
    })
  })
}

/** What a command said on stderr, without its own name before it. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/^hub compose: /, '').trim())
  return lines.filter((line) => line !== '')
}
