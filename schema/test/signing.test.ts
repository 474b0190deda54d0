/** Releases of the schema are signed: what was signed is what is read, and no key signs what it is not bound to. */
import { generateKeyPairSync } from 'node:crypto'
import type { JWK } from 'jose'
import { expect, it } from 'vitest'
import { digestOf, type ReleaseStatement, type ReleaseTexts } from '../registry/release.ts'
import { statementSigner, statementVerifier, verifyFollows, verifyTexts } from '../registry/signing.ts'

const keyOf = (kid: string): JWK => ({
  ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK),
  kid,
})
const publicOf = ({ d: _, ...key }: JWK): JWK => key

const texts: ReleaseTexts = { supergraph: 'graph', api: 'api', diff: '[]', report: 'null' }
const statement = (given: Partial<ReleaseStatement> = {}): ReleaseStatement => ({
  number: 4,
  kind: 'release',
  previous: 3,
  restores: null,
  madeAt: '2026-11-29T12:00:00.000Z',
  author: 'care-1',
  gitSha: null,
  changed: ['care'],
  scope: 'schema:release:care',
  slices: [{ name: 'care', url: 'http://127.0.0.1:1/', file: 'care.graphql', digest: 'b' }],
  digests: {
    supergraph: digestOf('graph'),
    api: digestOf('api'),
    diff: digestOf('[]'),
    report: digestOf('null'),
  },
  ...given,
})

it('what was signed is what is read; any other byte, key or number is refused', async () => {
  const [key, other] = [keyOf('ours'), keyOf('theirs')]
  const verify = statementVerifier({ keys: [publicOf(key)] })
  const signed = await statementSigner(key)(statement())
  expect(await verify(signed)).toEqual(statement())
  const [head = '', , mac = ''] = signed.jws.split('.')
  const forged = Buffer.from(JSON.stringify(statement({ author: 'nobody' }))).toString('base64url')
  await expect(verify({ ...signed, jws: `${head}.${forged}.${mac}` })).rejects.toThrow(
    'Release 4 was changed after it was signed',
  )
  await expect(verify({ ...signed, number: 5 })).rejects.toThrow('Release 5 is not what its signature says')
  const foreign = await statementSigner(other)(statement())
  await expect(verify(foreign)).rejects.toThrow('signed with the key theirs, which is none of release.jwks')
  await expect(verify({ ...foreign, keyId: 'ours' })).rejects.toThrow('was changed after it was signed')
})

it('a key that is bound to slices signs no change of others', async () => {
  const key = keyOf('care-team')
  const verify = statementVerifier({ keys: [{ ...publicOf(key), slices: ['care'] } as JWK] })
  const sign = statementSigner(key)
  expect(await verify(await sign(statement()))).toMatchObject({ changed: ['care'] })
  await expect(verify(await sign(statement({ changed: ['care', 'housing'] })))).rejects.toThrow(
    'Release 4 changes the slice housing, which the key care-team may not.',
  )
})

it('texts other than those that were signed are refused by name', () => {
  verifyTexts(statement(), texts)
  expect(() => verifyTexts(statement(), { ...texts, supergraph: 'another' })).toThrow(
    'The supergraph of release 4 is not the one that was signed.',
  )
})

it('a release follows the one that it was made on, and changes what it says and nothing else', () => {
  const slice = (name: string, digest: string) => ({ name, url: '', file: '', digest })
  const previous = statement({ number: 3, slices: [slice('care', 'a'), slice('housing', 'h')] })
  const next = statement({ slices: [slice('care', 'b'), slice('housing', 'h'), slice('catalogue', 'c')] })
  verifyFollows(next, previous)
  expect(() => verifyFollows({ ...next, number: 3 }, previous)).toThrow('Release 3 is not above 3')
  expect(() => verifyFollows({ ...next, previous: 2 }, previous)).toThrow('was not made on release 3')
  const more = { ...next, slices: [slice('care', 'b'), slice('housing', 'other')] }
  expect(() => verifyFollows(more, previous)).toThrow(
    'Release 4 says that it changes care, and changes care, housing.',
  )
})
