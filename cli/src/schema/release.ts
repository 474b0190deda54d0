/** What `hub schema release` and `hub schema rollback` do; what they make is schema/release/, whether it works is found by canary.ts. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { openRegistry, type Registry } from '@samenhang/schema/registry/registry'
import { registryPlace } from '@samenhang/schema/registry/place'
import { NotThere, ReleaseRefused, statementSigner } from '@samenhang/schema/registry/signing'
import { releaseSlice, rollBack, type MadeRelease } from '@samenhang/schema/release/make-release'
import { readBase } from '@samenhang/schema/release/base'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { InvalidArgumentError } from 'commander'
import { CommandRefused } from '../faults.ts'
import { canaryIn } from './canary.ts'
import { changelogFile, isInTree, updateChangelog } from './changelog.ts'
import { requireRelease } from './check-release.ts'
import { releaserIn, type Releaser } from './permission.ts'
import { sliceHere } from './slice-here.ts'

/** As `hub schema release` takes them. */
export interface ReleaseOptions {
  readonly git?: string
  readonly preview: boolean
  readonly schema?: string
  readonly token?: string
  /** Whether the changelog of this tree is written. */
  readonly changelog: boolean
}

/** As `hub schema rollback` takes them. */
export type RollbackOptions = Pick<ReleaseOptions, 'token' | 'changelog'>

export async function release(
  name: string,
  options: ReleaseOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const made = await inRegistry(environment, options.token, async (registry, releaser) => {
    const released = await readBase(registry)
    const slice = sliceHere(name, options.schema, released.slices, environment)
    const release = await releaseSlice({
      registry,
      ...releaser,
      slice,
      sign: statementSigner(openKeys(environment).signing('release')),
      isPreview: options.preview,
      gitSha: options.git ?? gitShaHere(),
      check: (base) => requireRelease({ registry, base, slice, environment }),
      attempt: canaryIn(environment),
      onRetry: tellRetry,
    })
    const file =
      options.schema === undefined
        ? changelogFile
        : resolve(environment['INIT_CWD'] ?? process.cwd(), options.schema)
    if (!options.preview && options.changelog && isInTree(file)) await updateChangelog(registry)
    return release
  })
  tellMade(made)
}

export async function rollback(
  to: number | undefined,
  { token, changelog }: RollbackOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const made = await inRegistry(environment, token, async (registry, releaser) => {
    const release = await rollBack({
      registry,
      ...releaser,
      to,
      sign: statementSigner(openKeys(environment).signing('release')),
      onRetry: tellRetry,
    })
    if (changelog && isInTree(changelogFile)) await updateChangelog(registry)
    return release
  })
  tellMade(made)
}

/** Nothing is opened, or made, for who may not release. */
async function inRegistry(
  environment: NodeJS.ProcessEnv,
  token: string | undefined,
  act: (registry: Registry, releaser: Releaser) => Promise<MadeRelease>,
): Promise<MadeRelease> {
  const releaser = await releaserIn(environment, registryPlace(environment), token)
  const registry = await openRegistry(environment)
  try {
    return await act(registry, releaser)
  } catch (error) {
    if (error instanceof NotThere) throw new InvalidArgumentError(error.message)
    if (error instanceof ReleaseRefused) throw new CommandRefused(error.problems)
    throw error
  } finally {
    await registry.close()
  }
}

/** The commit of the working tree; null where there is none. */
function gitShaHere(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: new URL('../../..', import.meta.url),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}

function tellRetry(number: number): void {
  process.stderr.write(
    `hub schema: release ${String(number)} came first; this one is made again on top of it.\n`,
  )
}

function tellMade({ statement, diff }: MadeRelease): void {
  const { number, kind, changed, restores, scope } = statement
  for (const line of diff) process.stdout.write(`${line}\n`)
  const what =
    kind === 'rollback'
      ? `the graph of release ${String(restores)} again`
      : `${changed.join(', ')}${kind === 'preview' ? `, a preview: ask it with the header x-hub-release: ${String(number)} and a token with the scope ${scope ?? ''}` : ''}`
  process.stdout.write(`Release ${String(number)}: ${what}\n`)
}
