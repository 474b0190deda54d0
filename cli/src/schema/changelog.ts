/** The changelog of the graph: printed from the registry, and written into the working tree that a release was made in, the whole file at once. */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withReleases, type ToldRelease } from '@samenhang/schema/changelog'
import type { Registry } from '@samenhang/schema/registry/registry'
import { statementIn } from '@samenhang/schema/registry/release'
import { CommandRefused } from '../faults.ts'
import { withRegistry } from '../with-registry.ts'

const tree = fileURLToPath(new URL('../../..', import.meta.url))

/** The changelog of this working tree. */
export const changelogFile = join(tree, 'schema', 'CHANGELOG.md')

export async function printChangelog(environment: NodeJS.ProcessEnv): Promise<void> {
  await withRegistry(environment, async (registry) => {
    if (!registry)
      throw new CommandRefused(['Nothing was released yet. Release a slice by: hub schema release SLICE'])
    process.stdout.write(withReleases('', await toldReleases(registry)))
  })
}

/** Whether a file belongs to this tree, and this is one that is worked in. */
export function isInTree(file: string): boolean {
  return existsSync(join(tree, '.git')) && !relative(tree, file).startsWith('..')
}

/** Adds the releases that the changelog lacks. One that cannot be written is told on stderr, for the release stands. */
export async function updateChangelog(
  registry: Pick<Registry, 'releases'>,
  file = changelogFile,
): Promise<void> {
  try {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const after = withReleases(before, await toldReleases(registry))
    if (after !== before) replaceWhole(file, after)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(
      `hub schema: released, but ${relative(tree, file)} was not written (${reason}). Print it by: hub schema changelog\n`,
    )
  }
}

async function toldReleases({ releases }: Pick<Registry, 'releases'>): Promise<readonly ToldRelease[]> {
  const past = await releases.history(Number.MAX_SAFE_INTEGER)
  return past.map((release) => ({
    statement: statementIn(release),
    diff: JSON.parse(release.diff) as readonly string[],
  }))
}

/** Whoever reads, or is killed here, finds the old text or the new one. */
function replaceWhole(file: string, text: string): void {
  const aside = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}`)
  try {
    const descriptor = openSync(aside, 'wx')
    try {
      writeFileSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    // It is read by everyone, unlike what else this command writes.
    chmodSync(aside, statSync(file, { throwIfNoEntry: false })?.mode ?? 0o644)
    renameSync(aside, file)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
}
