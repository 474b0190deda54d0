/** Entities packed for the wire come out as they went in, or are not packed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packNames, packEntities, unpackNames, unpackEntities } from '../src/wire/packing.ts'

const key = fc.constantFrom('a', 'b', 'care', '__typename', 'constructor', '__proto__', 'length')
const leaf = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const thing = fc.oneof(
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 3,
    arbitrary: fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf, { maxKeys: 2 })), { maxKeys: 3 }),
  },
)
const alike = fc
  .record({
    keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'care'), { minLength: 1 }),
    below: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
  })
  .chain(({ keys, below }) =>
    fc.array(
      fc.tuple(...keys.map(() => fc.oneof(leaf, fc.tuple(...below.map(() => leaf))))).map((values) =>
        Object.fromEntries(
          keys.map((name, index) => {
            const value = values[index]
            return [
              name,
              Array.isArray(value) ? Object.fromEntries(below.map((one, at) => [one, value[at]])) : value,
            ]
          }),
        ),
      ),
      { minLength: 8, maxLength: 12 },
    ),
  )
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('things packed for a wire', () => {
  it('come out as they went in, or are not packed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(thing, { maxLength: 12 }), alike), (things) => {
        const packed = packEntities(things)
        if (packed !== null) expect(unpackEntities(JSON.parse(packed))).toEqual(sent(things))
      }),
      { numRuns: 2_000 },
    )
  })

  it('are packed where all are of one form, the parts that are null among them', () => {
    const things = Array.from({ length: 20 }, (_, index) => ({
      care: index % 3 ? { period: 2024, share: index / 7 } : null,
      code: `GM${index}`,
    }))
    const packed = packEntities(things)!
    expect(packed.length).toBeLessThan(JSON.stringify(things).length / 1.9)
    expect(unpackEntities(JSON.parse(packed))).toEqual(things)
    expect(packEntities([...things, { care: null }])).toBeNull()
    expect(packEntities([...things, null])).toBeNull()
    expect(packEntities([...things, { care: { period: 1, other: 1 }, code: '' }])).toBeNull()
  })

  it('names come out as they went in, or are not packed', () => {
    const names = Array.from({ length: 20 }, (_, index) => ({ __typename: 'Area', code: `GM${index}` }))
    expect(unpackNames(sent(packNames(names)))).toEqual(names)
    for (const other of [
      { __typename: 'Place', code: '' },
      { __typename: 'Area', code: 5 },
      { __typename: 'Area', code: '', more: 1 },
      { __typename: 'Area' },
    ])
      expect(packNames([...names, other])).toBeNull()
    expect(packNames(names.slice(0, 2))).toBeNull()
  })

  it.each([
    null,
    [],
    {},
    { form: [], values: [1] },
    { form: [['__proto__', null]], values: [1] },
    { form: [['a', ['__proto__']]], values: [1, 1] },
    { form: [['a', ['x', 'y']]], values: [1, 1] },
    { form: [['a', 5]], values: [1] },
    { form: [['a', null]] },
  ])('%j is nothing that was packed', (packed) => {
    expect(() => unpackEntities(packed)).toThrow('no packed')
    expect(() => unpackNames(packed)).toThrow('no packed')
  })
})
