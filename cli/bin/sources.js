/**
 * Loads our TypeScript from a bundle of it, which is made once for each content that the sources have, so that a start reads some hundred files of JavaScript
 * and not a thousand of TypeScript through hooks. The sources stay the truth: every start reads them all, to find the bundle of just this content. Where there
 * can be none, because nothing may be written or a source is at fault, tsx reads the sources; so it does for `hub dev`, whose sources change while it runs.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, utimesSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readTypeScript, repository } from './dependencies.js'
import { isWhole } from './whole-bundle.js'

/** Where bundles are; it may be emptied while nothing runs. */
const bundles = join(repository, 'node_modules/.cache/hub')
const workspaces = ['cli', 'gateway', 'schema', 'subgraph-kit', 'subgraphs']
const skipped = new Set(['node_modules', 'test', 'template'])
/** Milliseconds after which a process says again that it uses its bundle. */
const used = 600_000

/** Imports one of our sources by its path in the repository, of those that make-bundle.js has an entry for: `cli/src/main.ts`. */
export async function importSource(path) {
  const bundle = await findBundle()
  if (bundle === null) {
    await readTypeScript()
    return import(pathToFileURL(join(repository, path)).href)
  }
  // Where Node can keep compiled code, it goes when the bundle does.
  nodeModule.enableCompileCache?.(join(bundle, 'compiled'))
  process.setSourceMapsEnabled(true)
  sayUsed(bundle)
  setInterval(() => sayUsed(bundle), used).unref()
  return import(pathToFileURL(join(bundle, path.replace(/\.ts$/, '.js'))).href)
}

/** The folder of the bundle, made where it is not there whole; null where it cannot be made. */
async function findBundle() {
  try {
    const sources = readSources()
    const bundle = join(bundles, keyOf(sources))
    if (isWhole(bundle)) return bundle
    const { makeBundle } = await import('./make-bundle.js')
    await makeBundle(sources, bundle)
    return bundle
  } catch (error) {
    // A source at fault is told by who reads it; where nothing may be written, somebody wanted that.
    const isOfSource = error.errors?.every(({ pluginName }) => !pluginName)
    if (!isOfSource && !['EACCES', 'EROFS', 'EPERM'].includes(error.code))
      process.stderr.write(
        `hub: the start takes longer, for there is no bundle: ${error.message.split('\n')[0]}\n`,
      )
    return null
  }
}

/** What the bundle depends on: the text of each file by its path. Our packages are pinned by the lock. */
function readSources() {
  const sources = new Map()
  const add = (path) => sources.set(path, readFileSync(path, 'utf8'))
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      // What editors keep for a moment.
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(path)
      } else if (/\.[jt]s$|^package\.json$/.test(entry.name)) add(path)
    }
  }
  for (const workspace of workspaces) walk(join(repository, workspace))
  for (const file of ['package-lock.json', 'tsconfig.json']) add(join(repository, file))
  return sources
}

/** Another root is another bundle, for it holds where its sources are. */
function keyOf(sources) {
  const hash = createHash('sha256')
  for (const [path, text] of sources) hash.update(`${path}\0${text.length}\0`).update(text)
  return hash.digest('hex').slice(0, 32)
}

/** So that whoever makes another does not remove it. */
function sayUsed(bundle) {
  try {
    utimesSync(bundle, new Date(), new Date())
  } catch {
    // It may not be written; then it is not removed either.
  }
}
