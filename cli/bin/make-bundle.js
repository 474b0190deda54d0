/**
 * Makes the bundle that sources.js loads, by esbuild: our sources in a few files, with maps to where they are; packages stay packages. Promises that a bundle is there
 * whole or not at all, whoever else makes the same, and that it is of the texts that it is named for. Those that nobody used for an hour are removed.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { repository } from './dependencies.js'
import { sealFile, sealOf, isWhole } from './whole-bundle.js'

/** What is asked of the bundle by its path; what these import by a pattern of paths, such as every command, comes along. */
const entries = /^(?:cli\/src\/(?:main|dev\/compose-process)|subgraphs\/[^/]+\/src\/main)\.ts$/
/** Milliseconds since its last use for which one stays. */
const patience = 3_600_000

/** `sources` are the texts by path. Throws where one of them is at fault, with `errors`, and where the bundle cannot be written. */
export async function makeBundle(sources, bundle) {
  const made = `${bundle}.${process.pid}`
  // Before the work, for perhaps nothing may be written.
  makeFolder(made)
  try {
    const files = await outputOf(sources, bundle)
    for (const [path, content] of files) {
      mkdirSync(dirname(join(made, path)), { recursive: true })
      writeFileSync(join(made, path), content)
    }
    writeFileSync(join(made, sealFile), sealOf(files))
    moveTo(made, bundle)
    removeUnused(dirname(bundle))
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

function makeFolder(path) {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    // So it says where a folder above may not be written.
    throw error.code === 'ENOENT' ? Object.assign(error, { code: 'EROFS' }) : error
  }
}

function moveTo(made, bundle) {
  try {
    renameSync(made, bundle)
  } catch (error) {
    // Another process was sooner, with the same; or what is there is damaged.
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) throw error
    if (isWhole(bundle)) return
    renameSync(bundle, `${made}.damaged`)
    renameSync(made, bundle)
    rmSync(`${made}.damaged`, { recursive: true, force: true })
  }
}

function removeUnused(bundles) {
  for (const name of readdirSync(bundles)) {
    const path = join(bundles, name)
    try {
      if (Date.now() - statSync(path).mtimeMs > patience) rmSync(path, { recursive: true, force: true })
    } catch {
      // Another process was sooner, or it is another user's.
    }
  }
}

/** Path and content of each file. */
async function outputOf(sources, bundle) {
  try {
    const { outputFiles } = await build({
      absWorkingDir: repository,
      entryPoints: [...sources.keys()].filter((path) =>
        entries.test(relative(repository, path).replaceAll('\\', '/')),
      ),
      outbase: repository,
      outdir: bundle,
      write: false,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // Those of Node alone.
      conditions: [],
      tsconfig: join(repository, 'tsconfig.json'),
      charset: 'utf8',
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [{ name: 'sources', setup: (builder) => setUp(builder, sources) }],
    })
    return outputFiles.map(({ path, contents }) => [relative(bundle, path), contents])
  } finally {
    await stop()
  }
}

function setUp(builder, sources) {
  // The text that was read for the name, whatever was saved since. A source finds the files beside it where it is itself.
  builder.onLoad({ filter: /./ }, ({ path }) => {
    const text = sources.get(path)
    if (text === undefined) return { errors: [{ text: `${path} is not among the sources of a bundle` }] }
    const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
    return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' }
  })
  builder.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
    if (kind === 'entry-point' || path.startsWith('@samenhang/') || pluginData === 'inside') return undefined
    if (!isInside(path, resolveDir)) return { path, external: true }
    // Node would look for it from the bundle.
    const found = await builder.resolve(path, { kind, resolveDir, pluginData: 'inside' })
    return { path: pathToFileURL(found.path).href, namespace: 'inside', external: true }
  })
}

/** Whether a package is installed for one of our packages alone. */
function isInside(path, folder) {
  const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/')
  for (let at = folder; at.length > repository.length; at = dirname(at))
    if (existsSync(join(at, 'node_modules', name))) return true
  return false
}
