/**
 * Releases are signed (Ed25519, JWS) where they are made, and checked by whoever serves them: that the statement is signed by a key that may, that it
 * follows what was served before, and that the texts are those it names. Throws ReleaseRefused with one sentence for a person.
 */
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { CompactSign, compactVerify, importJWK, type JSONWebKeySet, type JWK } from 'jose'
import {
  digestOf,
  isOwnSlice,
  type ReleasedSlice,
  type ReleaseStatement,
  type ReleaseTexts,
  type SignedStatement,
} from './release.ts'

/** A release that is not to be made, or not to be served: why, one sentence for each reason. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused'

  constructor(readonly problems: readonly string[]) {
    super(problems.join(' '))
  }
}

/** Refused because what the caller names, a release or a commit, is not there. */
export class NotThere extends ReleaseRefused {}

/** A public key, which may be bound to slices: it then signs no change of others. */
type ReleaseKey = JWK & { readonly slices?: readonly string[] }

const type = 'samenhang-release+jws'

export type SignStatement = (statement: ReleaseStatement) => Promise<SignedStatement>

export function statementSigner(key: JWK): SignStatement {
  const imported = importJWK(key, 'EdDSA')
  const keyId = key.kid ?? ''
  return async (statement) => {
    const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
      .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: keyId })
      .sign(await imported)
    return { number: statement.number, kind: statement.kind, jws, keyId }
  }
}

/** Gives the statement, which one of the keys signed. */
export type VerifyStatement = (signed: SignedStatement) => Promise<ReleaseStatement>

export function statementVerifier({ keys }: JSONWebKeySet): VerifyStatement {
  return async (signed) => {
    const which = `Release ${String(signed.number)}`
    const key = (keys as readonly ReleaseKey[]).find(({ kid }) => kid === signed.keyId)
    if (!key)
      throw new ReleaseRefused([
        `${which} is signed with the key ${signed.keyId}, which is none of release.jwks.`,
      ])
    const statement = await readSigned(signed, key, which)
    if (statement.number !== signed.number || statement.kind !== signed.kind)
      throw new ReleaseRefused([`${which} is not what its signature says.`])
    const foreign = key.slices && statement.changed.find((name) => !key.slices?.includes(name))
    if (foreign !== undefined)
      throw new ReleaseRefused([
        `${which} changes the slice ${foreign}, which the key ${signed.keyId} may not.`,
      ])
    return statement
  }
}

/** By the keys of this environment, read each time: some may be added while a hub runs. */
export function verifierIn(environment: NodeJS.ProcessEnv): VerifyStatement {
  return (signed) => statementVerifier(openKeys(environment).verifying('release'))(signed)
}

async function readSigned(signed: SignedStatement, key: JWK, which: string): Promise<ReleaseStatement> {
  try {
    const { payload, protectedHeader } = await compactVerify(signed.jws, await importJWK(key, 'EdDSA'), {
      algorithms: ['EdDSA'],
    })
    if (protectedHeader.typ === type && protectedHeader.kid === signed.keyId)
      return JSON.parse(new TextDecoder().decode(payload)) as ReleaseStatement
  } catch {
    // What is wrong with a signature is of no use to anyone.
  }
  throw new ReleaseRefused([`${which} was changed after it was signed: its signature does not hold.`])
}

/** The texts must be those that the statement names. */
export function verifyTexts({ number, digests }: ReleaseStatement, texts: ReleaseTexts): void {
  const wrong = (Object.keys(digests) as (keyof typeof digests)[]).find(
    (name) => digestOf(texts[name]) !== digests[name],
  )
  if (wrong)
    throw new ReleaseRefused([`The ${wrong} of release ${String(number)} is not the one that was signed.`])
}

/** The statement must follow this one: made on it, and changing what it says it changes. */
export function verifyFollows(statement: ReleaseStatement, previous: ReleaseStatement): void {
  const which = `Release ${String(statement.number)}`
  if (statement.number <= previous.number)
    throw new ReleaseRefused([`${which} is not above ${String(previous.number)}, which was served before.`])
  if (statement.previous !== previous.number)
    throw new ReleaseRefused([`${which} was not made on release ${String(previous.number)}.`])
  const changed = changedSlices(previous.slices, statement.slices)
  if (changed.join() !== [...statement.changed].sort().join())
    throw new ReleaseRefused([
      `${which} says that it changes ${listed(statement.changed)}, and changes ${listed(changed)}.`,
    ])
}

/** The names of the subgraphs' slices that came, went or differ, in alphabetical order. */
export function changedSlices(
  before: readonly Pick<ReleasedSlice, 'name' | 'url' | 'digest'>[],
  after: readonly Pick<ReleasedSlice, 'name' | 'url' | 'digest'>[],
): readonly string[] {
  const marks = (slices: typeof before) =>
    new Map(slices.map(({ name, url, digest }) => [name, `${digest} ${url}`]))
  const [was, is] = [marks(before), marks(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name) && !isOwnSlice(name))
    .sort()
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ')
}
