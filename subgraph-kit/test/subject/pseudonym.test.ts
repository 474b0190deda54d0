/**
 * Citizen service numbers and what becomes of them: which are valid, and pseudonyms that differ between
 * databases and cannot be turned back.
 */
import { hkdfSync, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  citizenServiceNumber,
  passesElevenTest,
  syntheticNumbers,
} from '@samenhang/subgraph-kit/subject/eleven-test'
import { createPseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'

const secrets = (master: Buffer) => (use: string) => Buffer.from(hkdfSync('sha256', master, '', use, 32))
const master = secrets(randomBytes(32))
const housing = createPseudonyms(master, 'housing')
const care = createPseudonyms(master, 'care')

describe('the eleven-test', () => {
  it.each(['111222333', '123456782', '010464554'])('%s passes', (number) => {
    expect(passesElevenTest(number)).toBe(true)
  })
  it.each(['111222334', '000000000', '12345678', '1234567820', '', '12345678２', ' 123456782'])(
    '«%s» does not',
    (number) => {
      expect(passesElevenTest(number)).toBe(false)
      expect(citizenServiceNumber.read(number)).toBeUndefined()
    },
  )
  it('finds every single wrong digit and every swap of two neighbours that differ', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(8), fc.nat(9), (which, at, digit) => {
        const number = String(syntheticNumbers(which + 1)[which])
        const wrong = `${number.slice(0, at)}${String(digit)}${number.slice(at + 1)}`
        expect(passesElevenTest(wrong)).toBe(wrong === number)
      }),
    )
  })
  it('synthetic numbers pass it, rise, and begin at 900000000', () => {
    const numbers = [...syntheticNumbers(2_000)]
    expect(numbers.every((number) => passesElevenTest(String(number)))).toBe(true)
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other))
    expect(numbers[0]).toBeGreaterThanOrEqual(900_000_000)
  })
})

describe('a pseudonym', () => {
  it('comes of the number, and leads back to the root id with the key of its own subgraph only', () => {
    const root = housing.rootOf('123456782')
    expect(root).toMatch(/^[\w-]{22}$/)
    expect(care.rootOf('123456782')).toBe(root)
    const inHousing = housing.pseudonymOf(root) ?? ''
    expect(housing.rootOfPseudonym(inHousing)).toBe(root)
    expect(care.rootOfPseudonym(inHousing)).not.toBe(root)
  })

  it('is no other subgraph’s, no other master’s and not the root id', () => {
    const root = housing.rootOf('123456782')
    const other = createPseudonyms(secrets(randomBytes(32)), 'housing')
    const all = [
      root,
      housing.pseudonymOf(root),
      care.pseudonymOf(root),
      other.rootOf('123456782'),
      other.pseudonymOf(root),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  it.each(['', 'abc', 'x'.repeat(23), `${'A'.repeat(21)}B`, `${'A'.repeat(21)}=`, '+'.repeat(22)])(
    '«%s» is nobody’s root id',
    (text) => {
      expect(housing.pseudonymOf(text)).toBeNull()
    },
  )

  it('digests of files differ between subgraphs, so equal files join nothing', () => {
    expect(housing.digestOf('a file')).toBe(housing.digestOf('a file'))
    expect(housing.digestOf('a file')).not.toBe(care.digestOf('a file'))
  })
})
