/**
 * Makes releases: checks, composes and tries what would be released, signs it and stores it under the next number. Of two that are made at once one is
 * stored; the other is made again on top of it, with everything that belongs to it, so that no slice is lost.
 */
import type { Registry } from '../registry/registry.ts'
import {
  digestOf,
  type ReleaseBase,
  statementIn,
  type Release,
  type ReleaseKind,
  type ReleaseStatement,
  type ReleaseTexts,
  type SliceSource,
} from '../registry/release.ts'
import { NotThere, ReleaseRefused, type SignStatement } from '../registry/signing.ts'
import { withOwnSlices } from '../slices.ts'
import { readBase } from './base.ts'
import { candidateOf, differences, withDigest, type Candidate } from './candidate.ts'

/** Whether this may be released, beyond that it composes. Throws ReleaseRefused; gives the report that is kept, as JSON can hold it. */
export type CheckCandidate = (base: ReleaseBase, candidate: Candidate, slice: string) => Promise<unknown>

/** Asks real queries of the new graph. Throws ReleaseRefused. */
export type TryCandidate = (candidate: Candidate) => Promise<void>

/** Refuses what this person may not change. Throws ReleaseRefused. */
export type Permit = (changed: readonly string[]) => void

interface Making {
  readonly registry: Pick<Registry, 'releases'>
  readonly sign: SignStatement
  readonly author: string
  readonly permit: Permit
  /** Told each time that another release came first, with its number. */
  readonly onRetry?: ((number: number) => void) | undefined
}

export interface SliceRelease extends Making {
  readonly slice: SliceSource
  readonly isPreview: boolean
  readonly gitSha: string | null
  readonly check: CheckCandidate
  readonly attempt: TryCandidate
}

/** A release that was stored. */
export interface MadeRelease {
  readonly statement: ReleaseStatement
  readonly diff: readonly string[]
}

/** How often a release is made anew because another came first. */
const mostAttempts = 50

export async function releaseSlice(making: SliceRelease): Promise<MadeRelease> {
  const { slice, isPreview, gitSha, check, attempt, permit } = making
  permit([slice.name])
  return store(making, async (base) => {
    const candidate = candidateOf(base, slice)
    if (candidate.changed.length === 0)
      throw new ReleaseRefused([
        `The slice ${slice.name} is already that of ${base.statement ? `release ${String(base.statement.number)}` : 'the committed schema'}: there is nothing to release.`,
      ])
    const report = await check(base, candidate, slice.name)
    await attempt(candidate)
    return {
      ...{ candidate, gitSha, restores: null },
      kind: isPreview ? 'preview' : 'release',
      scope: releaseScope(slice.name),
      report: JSON.stringify(report ?? null),
    }
  })
}

/** Serves an earlier release again, as a new one: by default the one before what is served now. */
export async function rollBack(making: Making & { readonly to?: number | undefined }): Promise<MadeRelease> {
  const { registry, to, permit } = making
  return store(making, async (base) => {
    if (!base.statement)
      throw new ReleaseRefused(['Nothing was released yet: there is nothing to go back to.'])
    const target = await releaseToRestore(registry, base.statement, to)
    const slices = await registry.releases.slices(target)
    const { supergraph, api } = target
    const differing = differences(base, { slices, api })
    permit(differing.changed)
    return {
      candidate: { slices, supergraph, api, ...differing },
      ...{ kind: 'rollback', gitSha: null, restores: target.number, scope: null, report: 'null' },
    }
  })
}

/** The scope that allows to release a slice, and nothing else. */
export function releaseScope(slice: string): string {
  return `schema:release:${slice}`
}

async function releaseToRestore(
  { releases }: Pick<Registry, 'releases'>,
  current: ReleaseStatement,
  to: number | undefined,
): Promise<Release> {
  const number = to ?? current.previous
  if (number === null) throw new ReleaseRefused([`There is no release before ${String(current.number)}.`])
  const target = await releases.find(number)
  if (!target)
    throw new NotThere([`There is no release ${String(number)}. hub schema list shows what there is.`])
  if (target.kind === 'preview')
    throw new ReleaseRefused([`Release ${String(number)} is a preview, which was never served to all.`])
  if (
    target.number === current.number ||
    target.supergraph === (await releases.find(current.number))?.supergraph
  )
    throw new ReleaseRefused([`What is served now is already the graph of release ${String(number)}.`])
  return target
}

interface Content {
  readonly candidate: Candidate
  readonly kind: ReleaseKind
  readonly restores: number | null
  readonly gitSha: string | null
  readonly scope: string | null
  readonly report: string
}

async function store(making: Making, make: (base: ReleaseBase) => Promise<Content>): Promise<MadeRelease> {
  const { releases } = making.registry
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    const base = await readBase(making.registry)
    const content = await make(base)
    const highest = await releases.highest()
    const zero = base.statement ? null : await releaseZero(base, making)
    const previous = base.statement?.number ?? 0
    const current = await releases.currentNumber()
    if (current === (base.statement?.number ?? null)) {
      const signed = await signRelease(content, making, { number: (highest ?? 0) + 1, previous })
      const slices = [...content.candidate.slices, ...(zero?.slices ?? [])]
      if (await releases.add([...(zero ? [zero.release] : []), signed], slices))
        return { statement: statementIn(signed), diff: content.candidate.diff }
    }
    making.onRetry?.((await releases.highest()) ?? 0)
  }
  throw new ReleaseRefused(['Others release all the time. Try again.'])
}

/** What was committed when the first release is made. */
async function releaseZero(base: ReleaseBase, { sign }: Making) {
  const { supergraph, api } = base
  const slices = withOwnSlices(base.slices)
  const candidate = { slices, supergraph, api, diff: [], changed: [] }
  const content: Content = {
    ...{ candidate, kind: 'release', restores: null, gitSha: null, scope: null, report: 'null' },
  }
  const release = await signRelease(
    content,
    { sign, author: 'the committed schema' },
    { number: 0, previous: null },
  )
  return { release, slices }
}

async function signRelease(
  { candidate, kind, restores, gitSha, scope, report }: Content,
  { sign, author }: Pick<Making, 'sign' | 'author'>,
  { number, previous }: { readonly number: number; readonly previous: number | null },
): Promise<Release> {
  const { supergraph, api, slices, changed } = candidate
  const texts: ReleaseTexts = { supergraph, api, diff: JSON.stringify(candidate.diff), report }
  const signed = await sign({
    ...{ number, kind, previous, restores, author, gitSha, changed, scope },
    madeAt: new Date().toISOString(),
    slices: slices.map(withDigest),
    digests: {
      supergraph: digestOf(texts.supergraph),
      api: digestOf(texts.api),
      diff: digestOf(texts.diff),
      report: digestOf(texts.report),
    },
  })
  return { ...signed, ...texts }
}
