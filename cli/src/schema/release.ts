/** What `hub schema release` and `hub schema rollback` do; what they make is schema/release/, whether it works is found by canary.ts. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openRegistry, type Registry } from '@samenhang/schema/registry/registry'
import { registryPlace } from '@samenhang/schema/registry/place'
import type { SliceSource } from '@samenhang/schema/registry/release'
import { ReleaseRefused, statementSigner } from '@samenhang/schema/registry/signing'
import { releaseSlice, rollBack, type MadeRelease } from '@samenhang/schema/release/make-release'
import { readBase } from '@samenhang/schema/release/base'
import { readSliceSources, sliceNames } from '@samenhang/schema/slices'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { CommandRefused } from '../faults.ts'
import { canaryIn } from './canary.ts'
import { requireRelease } from './check-release.ts'
import { releaserIn, type Releaser } from './permission.ts'

/** As `hub schema release` takes them. */
export interface ReleaseOptions {
  readonly git?: string
  readonly preview: boolean
  readonly schema?: string
  readonly token?: string
}

export async function release(
  name: string,
  options: ReleaseOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const made = await inRegistry(environment, options.token, async (registry, releaser) => {
    const slice = await sliceToRelease(registry, name, options.schema, environment)
    return releaseSlice({
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
  })
  tellMade(made)
}

export async function rollback(
  to: number | undefined,
  { token }: { readonly token?: string },
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const made = await inRegistry(environment, token, (registry, releaser) =>
    rollBack({
      registry,
      ...releaser,
      to,
      sign: statementSigner(openKeys(environment).signing('release')),
      onRetry: tellRetry,
    }),
  )
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
    if (error instanceof ReleaseRefused) throw new CommandRefused(error.problems)
    throw error
  } finally {
    await registry.close()
  }
}

async function sliceToRelease(
  registry: Registry,
  name: string,
  given: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<SliceSource> {
  const inTree = readSliceSources().find((source) => source.name === name)
  if (given === undefined) {
    if (inTree) return inTree
    throw new CommandRefused([`There is no slice ${name}; there are ${sliceNames().join(', ')}.`])
  }
  const file = resolve(environment['INIT_CWD'] ?? process.cwd(), given)
  if (!existsSync(file)) throw new CommandRefused([`There is no file ${given}.`])
  const released = (await readBase(registry)).slices.find((source) => source.name === name)
  const known = inTree ?? released
  if (!known) throw new CommandRefused([`There is no slice ${name}; there are ${sliceNames().join(', ')}.`])
  return { ...known, file: given, sdl: readFileSync(file, 'utf8') }
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
