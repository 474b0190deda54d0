/** What is kept for later requests, and what never is: parts of a page, errors beside what is kept, changed data, what depends on the caller. */
import type { SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import { describe, expect, it } from 'vitest'
import { keepAnswers } from '../../src/engine/run/answer-cache.ts'
import { cachedAsk, type CacheOptions } from '../../src/engine/run/entity-cache.ts'
import type { Fetch, Step } from '../../src/engine/compile/compile.ts'
import type { Data } from '../../src/engine/compile/data.ts'

const fetchOf = (given: Partial<Fetch> = {}): Fetch => ({
  subgraph: 'shops',
  kind: 'query',
  request: { query: '{ _entities }' },
  variables: [],
  path: [],
  branch: null,
  keys: [],
  isByKeyOnly: true,
  giver: null,
  represent: () => ({ keys: [], indexes: [], lacking: [] }),
  groupId: {},
  rewrite: null,
  renamed: new Map(),
  isObjectType: () => true,
  isLeaf: true,
  lacking: new Map(),
  ...given,
})

const named = (...ids: string[]) => ({ representations: ids.map((id) => ({ __typename: 'Shop', id })) })

/** A cache over a subgraph that names each thing and counts how it was asked; `answer` may say otherwise. */
function cacheOver(given: Partial<CacheOptions> = {}) {
  const world = {
    version: 'one',
    asked: [] as string[][],
    errors: undefined as SubgraphAnswer['errors'],
  }
  const ask = cachedAsk<null>(
    (_fetch, variables) => {
      const ids = (variables['representations'] as Data[]).map(({ id }) => String(id))
      world.asked.push(ids)
      const _entities = ids.map((id) => ({ name: `${id} of ${world.version}` }))
      return { data: { _entities }, ...(world.errors && { errors: world.errors }) }
    },
    { bytes: 100_000, versionOf: () => world.version, ...given },
  )
  const namesOf = async (fetch: Fetch, ...ids: string[]) => {
    const { data, errors } = await ask(fetch, named(...ids), null)
    const names = (data?.['_entities'] as Data[]).map(({ name }) => name)
    return errors ? { names, errors } : names
  }
  return { world, namesOf }
}

describe('things that are kept', () => {
  it('of a page of which a part is kept only the rest is asked, and each thing gets its own', async () => {
    const { world, namesOf } = cacheOver()
    const fetch = fetchOf()
    await namesOf(fetch, 'a', 'c')
    expect(await namesOf(fetch, 'a', 'b', 'c', 'd')).toEqual(['a of one', 'b of one', 'c of one', 'd of one'])
    expect(await namesOf(fetch, 'd', 'a')).toEqual(['d of one', 'a of one'])
    expect(world.asked).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ])
  })

  it('an error stands at the thing it is of, and nothing that came with it is kept', async () => {
    const { world, namesOf } = cacheOver()
    const fetch = fetchOf()
    await namesOf(fetch, 'a')
    world.errors = [{ message: 'no', path: ['_entities', 0, 'name'] }]
    expect(await namesOf(fetch, 'a', 'b')).toEqual({
      names: ['a of one', 'b of one'],
      errors: [{ message: 'no', path: ['_entities', 1, 'name'] }],
    })
    world.errors = undefined
    await namesOf(fetch, 'b')
    expect(world.asked).toEqual([['a'], ['b'], ['b']])
  })

  it('after the data changed everything is asked again', async () => {
    const { world, namesOf } = cacheOver()
    const fetch = fetchOf()
    await namesOf(fetch, 'a')
    world.version = 'two'
    expect(await namesOf(fetch, 'a')).toEqual(['a of two'])
    expect(world.asked).toHaveLength(2)
  })

  it('what depends on who asks is never kept, nor what a subgraph without versions says', async () => {
    const shops = fetchOf()
    const people = fetchOf({ subgraph: 'people' })
    const { world, namesOf } = cacheOver({ isPublic: ({ subgraph }) => subgraph !== 'people' })
    await namesOf(shops, 'a')
    await namesOf(shops, 'a')
    expect(world.asked).toHaveLength(1)
    await namesOf(people, 'a')
    await namesOf(people, 'a')
    expect(world.asked).toHaveLength(3)
    const unknown = cacheOver({ versionOf: () => undefined })
    await unknown.namesOf(shops, 'a')
    await unknown.namesOf(shops, 'a')
    expect(unknown.world.asked).toHaveLength(2)
  })
})

describe('whole answers that are kept', () => {
  const step: Step = {
    kind: 'parallel',
    typed: null,
    steps: [
      { kind: 'fetch', fetch: fetchOf() },
      { kind: 'fetch', fetch: fetchOf({ subgraph: 'streets' }) },
    ],
  }

  const prepared = { step }

  it('the same variables find the answer, until the data of any subgraph change', async () => {
    const versions: Record<string, string> = { shops: '1', streets: '1' }
    const answers = keepAnswers({
      bytes: 10_000,
      versionOf: (subgraph) => versions[subgraph],
      isPublic: () => true,
    })
    const placeOf = async (id: string) => answers.slotOf(prepared, { id })
    ;(await placeOf('a'))?.keep('first')
    expect((await placeOf('a'))?.text).toBe('first')
    expect((await placeOf('b'))?.text).toBeUndefined()
    // Read before the change and kept after it: never found.
    const late = await placeOf('a')
    versions['streets'] = '2'
    late?.keep('late')
    expect((await placeOf('a'))?.text).toBeUndefined()
    ;(await placeOf('a'))?.keep('second')
    expect((await placeOf('a'))?.text).toBe('second')
    delete versions['shops']
    expect(await placeOf('a')).toBeNull()
  })

  it('an answer has no place where a part of it depends on who asks', () => {
    const place = (isPublic: (fetch: Fetch) => boolean) =>
      keepAnswers({ bytes: 10_000, versionOf: () => '1', isPublic }).slotOf(prepared, {})
    expect(place(() => true)).not.toBeNull()
    expect(place(({ subgraph }) => subgraph === 'shops')).toBeNull()
  })
})
