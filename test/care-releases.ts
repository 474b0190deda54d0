/** Releases of the slice of care that differ in one description, which changes nothing that a subgraph serves. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { statementSigner } from '@samenhang/schema/registry/signing'
import { openRegistry, type Registry } from '@samenhang/schema/registry/registry'
import { digestOf, statementIn, type Release, type SliceSource } from '@samenhang/schema/registry/release'
import { releaseSlice, rollBack } from '@samenhang/schema/release/make-release'
import { readSliceSources } from '@samenhang/schema/slices'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'

export type JWK = Parameters<typeof statementSigner>[0]

const care = readSliceSources().find(({ name }) => name === 'care')!

/** Asks for the description that releases differ in. */
export const describedQuery = '{ __type(name: "CareProfile") { fields { name description } } }'

/** What the answer to that says after the sentence that stays. */
export function textIn(answer: unknown): string {
  const { data } = answer as {
    data: { __type: { fields: { name: string; description: string }[] } }
  }
  const description = data.__type.fields.find(({ name }) => name === 'period')?.description ?? ''
  return description.replace('The year these figures describe.', '').trim()
}

function described(text: string): SliceSource {
  return {
    ...care,
    sdl: care.sdl.replace('"The year these figures describe."', `"The year these figures describe. ${text}"`),
  }
}

/**
 * Releases that are made ahead, as teams make them elsewhere: each text is released, then the one of number `restored` restored. Gives, for
 * each, what stores it in this registry, which has none yet. Making one holds its process up for seconds, and with it every client that is there.
 */
export async function releasesMadeAhead(
  registry: Registry,
  environment: NodeJS.ProcessEnv,
  { texts, restored }: { readonly texts: readonly string[]; readonly restored: number },
): Promise<readonly (() => Promise<unknown>)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-made-ahead-'))
  const elsewhere = await openRegistry({ HUB_DATA_DIR: folder })
  try {
    const made = careReleases(elsewhere, environment)
    const store: (() => Promise<unknown>)[] = []
    for (const make of [...texts.map((text) => () => made.release(text)), () => made.rollBack(restored)]) {
      const before = (await elsewhere.releases.highest()) ?? -1
      await make()
      // The first comes with one of what was served until then.
      const releases: Release[] = []
      const itsSlices: SliceSource[] = []
      for (const statement of await elsewhere.releases.statements(before)) {
        const release = (await elsewhere.releases.find(statementIn(statement).number))!
        releases.push(release)
        itsSlices.push(...(await elsewhere.releases.slices(release)))
      }
      store.push(() => registry.releases.add(releases, itsSlices))
    }
    return store
  } finally {
    await elsewhere.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export function careReleases(registry: Registry, environment: NodeJS.ProcessEnv) {
  const ownKey = () => openKeys(environment).signing('release')
  const signWith = (key: JWK) => ({
    ...{ registry, sign: statementSigner(key), author: 'care-1' },
    permit: () => undefined,
  })
  return {
    /** Gives the number of the release. */
    async release(text: string, key: JWK = ownKey()): Promise<number> {
      const { statement } = await releaseSlice({
        ...signWith(key),
        slice: described(text),
        isPreview: false,
        gitSha: null,
        check: () => Promise.resolve(null),
        attempt: () => Promise.resolve(),
      })
      return statement.number
    },
    rollBack: (to: number) => rollBack({ ...signWith(ownKey()), to }),
    /** One that is signed as it should be, and whose supergraph is none: no gateway can be made of it. */
    async releaseBroken(): Promise<number> {
      const last = await registry.releases.current()
      if (!last) throw new Error('Nothing was released yet')
      const before = statementIn(last)
      const number = before.number + 1
      const supergraph = 'type Query { nothing: Nowhere }'
      const signed = await statementSigner(ownKey())({
        ...before,
        ...{ number, kind: 'release', previous: before.number, restores: null, changed: [] },
        digests: { ...before.digests, supergraph: digestOf(supergraph) },
      })
      await registry.releases.add([{ ...last, ...signed, supergraph }], await registry.releases.slices(last))
      return number
    },
  }
}
