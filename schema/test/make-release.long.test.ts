/** What making a release promises: it is checked, composed with the rest, numbered, signed, and stored whole or not at all. */
import { generateKeyPairSync } from 'node:crypto'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import type { JWK } from 'jose'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRegistry, type Registry } from '../registry/registry.ts'
import { ownSliceNames, statementIn, type SliceSource } from '../registry/release.ts'
import { statementSigner, statementVerifier, verifyFollows, verifyTexts } from '../registry/signing.ts'
import { releaseSlice, rollBack, type SliceRelease } from '../release/make-release.ts'
import { readSliceSources, withOwnSlices } from '../slices.ts'
import { readSupergraph } from '../supergraph.ts'

const key: JWK = {
  ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK),
  kid: 'test',
}
const sources = readSliceSources()

const publicOf = ({ d: _, ...shown }: JWK): JWK => shown

/** A slice with one more field. */
function sliceWith(name: string, field: string): SliceSource {
  const source = sources.find((one) => one.name === name)!
  const sdl = source.sdl.replace(/(type \w+Profile [^{]*\{)/, `$1\n  "A note."\n  ${field}: String\n`)
  expect(sdl).not.toBe(source.sdl)
  return { ...source, sdl }
}

let data: TestData
let registry: Registry
beforeEach(async () => {
  data = await makeTestData()
  registry = await openRegistry(data.environment)
})
afterEach(async () => {
  await registry.close()
  await data.remove()
})

const making = (given: Partial<SliceRelease> = {}): SliceRelease => ({
  registry,
  sign: statementSigner(key),
  author: 'care-1',
  permit: () => undefined,
  slice: sliceWith('care', 'note'),
  isPreview: false,
  gitSha: '4f2a91c',
  check: () => Promise.resolve({ looked: true }),
  attempt: () => Promise.resolve(),
  ...given,
})

it('the slices that the gateway answers itself are told from those of teams, all of them', () => {
  const teams = readSliceSources()
  const own = withOwnSlices(teams).slice(teams.length)
  expect(own.map(({ name }) => name)).toEqual(ownSliceNames)
})

it('the first release stands on what is committed, which is release 0; all that is stored is signed and follows', async () => {
  const { statement, diff } = await releaseSlice(making())
  expect(statement).toMatchObject({
    ...{ number: 1, kind: 'release', previous: 0, author: 'care-1', gitSha: '4f2a91c' },
    ...{ changed: ['care'], scope: 'schema:release:care' },
  })
  expect(diff).toEqual(['+ CareProfile.note: String'])
  const zero = (await registry.releases.find(0))!
  expect(zero.supergraph).toBe(readSupergraph())
  const release = (await registry.releases.current())!
  expect(release.supergraph).toContain('note: String')
  expect(JSON.parse(release.report)).toEqual({ looked: true })
  const verify = statementVerifier({ keys: [publicOf(key)] })
  verifyFollows(await verify(release), await verify(zero))
  verifyTexts(statement, release)
  await expect(releaseSlice(making())).rejects.toThrow(
    'The slice care is already that of release 1: there is nothing to release.',
  )
})

it('of two releases at once one is made again on top of the other, checked again, and no slice is lost', async () => {
  const checkedOn: (number | null)[] = []
  let isFirst = true
  const { statement } = await releaseSlice(
    making({
      async check(base) {
        checkedOn.push(base.statement?.number ?? null)
        if (!isFirst) return null
        isFirst = false
        await releaseSlice(making({ slice: sliceWith('housing', 'remark') }))
        return null
      },
    }),
  )
  expect(checkedOn).toEqual([null, 1])
  expect(statement).toMatchObject({ number: 2, previous: 1, changed: ['care'] })
  const { supergraph } = (await registry.releases.current())!
  expect(supergraph).toContain('note: String')
  expect(supergraph).toContain('remark: String')
})

it('what does not compose, is refused by the check, the trial or the permission is not stored', async () => {
  const refusals: Partial<SliceRelease>[] = [
    {
      slice: {
        ...sliceWith('care', 'note'),
        sdl: sliceWith('care', 'note').sdl.replace('note: String', 'note: Strin'),
      },
    },
    { check: () => Promise.reject(new Error('refused')) },
    { attempt: () => Promise.reject(new Error('refused')) },
    {
      permit: () => {
        throw new Error('refused')
      },
    },
  ]
  for (const refusal of refusals) await expect(releaseSlice(making(refusal))).rejects.toThrow()
  expect(await registry.releases.highest()).toBeNull()
})

it('a rollback is a new release of the earlier graph; a preview is served to nobody by itself', async () => {
  await releaseSlice(making())
  const { statement: preview } = await releaseSlice(
    making({ slice: sliceWith('housing', 'remark'), isPreview: true }),
  )
  expect(preview).toMatchObject({ number: 2, kind: 'preview', previous: 1 })
  expect(await registry.releases.currentNumber()).toBe(1)
  const permitted: (readonly string[])[] = []
  const back = {
    registry,
    sign: statementSigner(key),
    author: 'lead-1',
    permit: (names: readonly string[]) => void permitted.push(names),
  }
  const { statement, diff } = await rollBack(back)
  expect(statement).toMatchObject({
    number: 3,
    kind: 'rollback',
    previous: 1,
    restores: 0,
    changed: ['care'],
  })
  expect(diff).toEqual(['- CareProfile.note: String'])
  expect(permitted).toEqual([['care']])
  const current = (await registry.releases.current())!
  expect(current.supergraph).toBe(readSupergraph())
  expect(await registry.releases.slices({ jws: current.jws })).toHaveLength(
    sources.length + ownSliceNames.length,
  )
  await expect(rollBack({ ...back, to: 0 })).rejects.toThrow(
    'What is served now is already the graph of release 0.',
  )
  await expect(rollBack({ ...back, to: 2 })).rejects.toThrow('Release 2 is a preview')
  await expect(rollBack({ ...back, to: 9 })).rejects.toThrow('There is no release 9.')
  expect(statementIn((await registry.releases.current())!).number).toBe(3)
})
