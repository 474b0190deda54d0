/** A release of the graph as it is stored: a signed statement, and the texts that it names by their digests. */
import { createHash } from 'node:crypto'

/** Previews are numbered with the others; gateways serve them to who has their scope only. */
export type ReleaseKind = 'release' | 'rollback' | 'preview'

/** A subgraph's slice as its team wrote it. */
export interface SliceSource {
  readonly name: string
  /** Where the subgraph answers by default. */
  readonly url: string
  /** The file that it was written in, as its faults name it. */
  readonly file: string
  readonly sdl: string
}

/** The slices that the gateway answers itself: they follow from those of the subgraphs. */
export const ownSliceNames = ['catalogue', 'audit', 'usage', 'snapshots'] as const

export type OwnSliceName = (typeof ownSliceNames)[number]

export function isOwnSlice(name: string): name is OwnSliceName {
  return (ownSliceNames as readonly string[]).includes(name)
}

/** One slice of a release. */
export interface ReleasedSlice {
  readonly name: string
  readonly url: string
  readonly file: string
  /** SHA-256 of its text, in hexadecimal. */
  readonly digest: string
}

/** What is signed. */
export interface ReleaseStatement {
  /** From 0, which is what was committed when the first release was made; without gaps. */
  readonly number: number
  readonly kind: ReleaseKind
  /** The release that gateways served when this was made; null for 0. */
  readonly previous: number | null
  /** Of a rollback: the release whose graph this is again. */
  readonly restores: number | null
  /** In UTC, as ISO 8601. */
  readonly madeAt: string
  /** Who made it. */
  readonly author: string
  readonly gitSha: string | null
  /** The slices in which it differs from `previous`, by name. */
  readonly changed: readonly string[]
  /** The scope by which it was made; null where none was asked for. */
  readonly scope: string | null
  readonly slices: readonly ReleasedSlice[]
  readonly digests: {
    readonly supergraph: string
    readonly api: string
    readonly diff: string
    readonly report: string
  }
}

/** What a release is made on. */
export interface ReleaseBase {
  /** Null where nothing was released yet. */
  readonly statement: ReleaseStatement | null
  /** Those of subgraphs, by name. */
  readonly slices: readonly SliceSource[]
  readonly supergraph: string
  /** The schema as clients see it. */
  readonly api: string
}

/** The texts of a release. */
export interface ReleaseTexts {
  readonly supergraph: string
  /** The schema as clients see it. */
  readonly api: string
  /** What changed for clients since `previous`: a JSON list of lines, as changes.ts writes them. */
  readonly diff: string
  /** The report of the check, as JSON. */
  readonly report: string
}

/** A statement and who vouches for it. */
export interface SignedStatement {
  readonly number: number
  readonly kind: ReleaseKind
  /** A compact JWS whose payload is the statement. */
  readonly jws: string
  readonly keyId: string
}

/** What is stored of one release. */
export interface Release extends SignedStatement, ReleaseTexts {}

/** What others need of a release to compose a slice with it. */
export interface SharedRelease extends SignedStatement, Pick<ReleaseTexts, 'supergraph' | 'api'> {
  readonly sources: readonly SliceSource[]
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The statement in a signed one, not verified: for lists and reports of who trusts the registry. Throws where it is none. */
export function statementIn({ jws }: Pick<SignedStatement, 'jws'>): ReleaseStatement {
  const payload = jws.split('.')[1] ?? ''
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as ReleaseStatement
}
