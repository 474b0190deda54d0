/** What `hub schema list`, `show` and `diff` print. */
import { changesBetween } from '@samenhang/schema/changes'
import type { Registry } from '@samenhang/schema/registry/registry'
import { statementIn, type Release } from '@samenhang/schema/registry/release'
import { ReleaseRefused, verifierIn, verifyTexts } from '@samenhang/schema/registry/signing'
import Table from 'cli-table3'
import { InvalidArgumentError } from 'commander'
import { CommandRefused } from '../faults.ts'
import { withRegistry } from '../with-registry.ts'

/** As `hub schema show` takes them. */
export interface ShowOptions {
  readonly json: boolean
  readonly supergraph: boolean
  readonly api: boolean
}

export async function listReleases(
  { json }: { readonly json: boolean },
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const signed = await withReleases(environment, ({ releases }) => releases.statements())
  const statements = signed.map(statementIn).reverse()
  if (statements.length === 0) throw nothingReleased()
  if (json) return statements.forEach((one) => void process.stdout.write(`${JSON.stringify(one)}\n`))
  const current = statements.find(({ kind }) => kind !== 'preview')?.number
  const table = new Table({
    head: ['', 'release', 'made', 'by', 'changes', 'commit'],
    style: { head: [], border: [] },
  })
  for (const { number, kind, madeAt, author, changed, restores, gitSha } of statements)
    table.push([
      number === current ? '→' : '',
      `${String(number)}${kind === 'preview' ? ' (preview)' : ''}`,
      madeAt.slice(0, 16).replace('T', ' '),
      author,
      restores === null ? changed.join(', ') || 'everything' : `back to ${String(restores)}`,
      gitSha?.slice(0, 8) ?? '',
    ])
  process.stdout.write(`${table.toString()}\n`)
}

export async function showRelease(
  number: number,
  { json, supergraph, api }: ShowOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const release = await withReleases(environment, (registry) => releaseOf(registry, number))
  if (supergraph || api) return void process.stdout.write(supergraph ? release.supergraph : release.api)
  const statement = statementIn(release)
  const { madeAt, author, kind, previous, restores, changed, gitSha, slices } = statement
  const diff = JSON.parse(release.diff) as readonly string[]
  const fault = await faultOf(release, environment)
  if (json)
    return void process.stdout.write(
      `${JSON.stringify({ ...statement, diff, report: JSON.parse(release.report) as unknown, signedBy: release.keyId, fault })}\n`,
    )
  const lines = [
    `release   ${String(number)}${kind === 'release' ? '' : `, a ${kind}`}`,
    `made      ${madeAt} by ${author}`,
    `changes   ${changed.join(', ') || 'nothing before it'}`,
    ...(previous === null ? [] : [`after     ${String(previous)}`]),
    ...(restores === null ? [] : [`restores  ${String(restores)}`]),
    ...(gitSha === null ? [] : [`commit    ${gitSha}`]),
    `signed    by ${release.keyId}: ${fault ?? 'the signature holds'}`,
    `slices    ${slices.map(({ name, digest }) => `${name} ${digest.slice(0, 12)}`).join('\n          ')}`,
    ...(diff.length === 0 ? ['nothing changed for clients'] : diff),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

export async function diffReleases(from: number, to: number, environment: NodeJS.ProcessEnv): Promise<void> {
  const [before, after] = await withReleases(environment, async (registry) => [
    await releaseOf(registry, from),
    await releaseOf(registry, to),
  ])
  const changes = changesBetween(before.api, after.api)
  process.stdout.write(changes.length === 0 ? 'Nothing differs for clients.\n' : `${changes.join('\n')}\n`)
}

function nothingReleased(): CommandRefused {
  return new CommandRefused(['Nothing was released yet. Release a slice by: hub schema release SLICE'])
}

async function withReleases<Value>(
  environment: NodeJS.ProcessEnv,
  act: (registry: Registry) => Promise<Value>,
): Promise<Value> {
  return withRegistry(environment, (registry) => {
    if (registry) return act(registry)
    throw nothingReleased()
  })
}

/** Throws InvalidArgumentError where there is none of this number. */
async function releaseOf({ releases }: Registry, number: number): Promise<Release> {
  const release = await releases.find(number)
  if (release) return release
  throw new InvalidArgumentError(
    `There is no release ${String(number)}. hub schema list shows what there is.`,
  )
}

async function faultOf(release: Release, environment: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    verifyTexts(await verifierIn(environment)(release), release)
    return null
  } catch (error) {
    if (error instanceof ReleaseRefused) return error.message
    throw error
  }
}
