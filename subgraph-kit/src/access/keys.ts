/**
 * The keys of a hub, each in a file of its own (JSON Web Keys) that nobody else may read: `issuer` signs tokens of callers in demo mode,
 * `gateway` signs tokens for subgraphs, `master` is what pseudonyms and the chains of the logs are keyed with. Where there is no folder
 * of keys yet, demo keys are made, whole or not at all, and their ids say `demo`; in production they are given.
 */
import { createHash, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { JSONWebKeySet, JWK } from 'jose'
import { ConfigError } from '../errors/config-error.ts'
import { codeOf } from '../errors/error-code.ts'
import { dataDirectory } from '../database/database.ts'
import { isRecord } from '../http/http-body.ts'
import { makeFolder } from '../files/make-folder.ts'

/** Who signs. */
export type Signer = 'issuer' | 'gateway'

/** The keys that stand here. Each is read when it is asked for, so that a process needs those files only that it uses. All throw ConfigError. */
export interface Keys {
  readonly folder: string
  /** The private key: `<signer>.jwk`. */
  signing(signer: Signer): JWK
  /** The public keys, several while one takes over from another: `<signer>.jwks`. */
  verifying(signer: Signer): JSONWebKeySet
  /** 32 bytes for one use: from `<use>.jwk` where a process is given that alone, else derived from `master.jwk`. */
  secret(use: string): Buffer
  /** The files with demo keys. */
  demo(): readonly string[]
}

const files = ['issuer.jwk', 'issuer.jwks', 'gateway.jwk', 'gateway.jwks', 'master.jwk'] as const
const mark = 'demo-'

/** The folder for keys: HUB_KEYS_DIR, relative to where the command was given, else `keys` in the data folder. */
export function keysDirectory(environment: NodeJS.ProcessEnv): string {
  const chosen = environment['HUB_KEYS_DIR']
  return chosen
    ? resolve(environment['INIT_CWD'] ?? process.cwd(), chosen)
    : join(dataDirectory(environment), 'keys')
}

/** The keys of this environment; makes demo keys where there is no folder of them, but never in production. */
export function openKeys(environment: NodeJS.ProcessEnv): Keys {
  const folder = keysDirectory(environment)
  if (!existsSync(folder)) {
    if (environment['HUB_MODE'] === 'production')
      throw new ConfigError(`There are no keys in ${folder}; set HUB_KEYS_DIR to the folder that has them.`)
    makeDemoKeys(folder)
  }
  const read = (file: string) => readJson(folder, file)
  return {
    folder,
    signing: (signer) => read(`${signer}.jwk`),
    verifying(signer) {
      const set = read(`${signer}.jwks`)
      if (!Array.isArray(set['keys']) || set['keys'].length === 0)
        throw new ConfigError(`${join(folder, `${signer}.jwks`)} holds no keys.`)
      return set as unknown as JSONWebKeySet
    },
    secret(use) {
      const own = `${use.replaceAll(' ', '-')}.jwk`
      if (existsSync(join(folder, own))) return bytesIn(folder, own, read(own))
      const master = bytesIn(folder, 'master.jwk', read('master.jwk'))
      return Buffer.from(hkdfSync('sha256', master, 'samenhang', use, 32))
    },
    demo: () =>
      files.filter((file) => {
        if (!existsSync(join(folder, file))) return false
        const content = read(file)
        return JSON.stringify(content).includes(`"kid":"${mark}`)
      }),
  }
}

function readJson(folder: string, file: string): Record<string, unknown> {
  const path = join(folder, file)
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isRecord(content)) return content
  } catch (error) {
    // The parser's own message would quote the key.
    const why = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read'
    throw new ConfigError(`The key ${path} ${why}. Put it there, or check HUB_KEYS_DIR and its permissions.`)
  }
  throw new ConfigError(`The key ${path} is no JSON Web Key.`)
}

function bytesIn(folder: string, file: string, { k }: Record<string, unknown>): Buffer {
  const bytes = Buffer.from(typeof k === 'string' ? k : '', 'base64url')
  if (bytes.length >= 32) return bytes
  throw new ConfigError(
    `The key ${join(folder, file)} has no \`k\` of at least 32 bytes; make it with a random generator.`,
  )
}

/**
 * Makes the keys of a hub in production: `gateway.jwk`, `gateway.jwks` and `master.jwk`, readable by their owner alone. Throws ConfigError where the
 * folder is there already, for keys that are in use are never written over.
 */
export function makeKeys(folder: string): readonly string[] {
  if (existsSync(folder))
    throw new ConfigError(
      `${folder} is there already. Name a folder that is not, or remove it where no hub uses it.`,
    )
  writeKeys(folder, ['gateway'], '')
  return files.filter((file) => existsSync(join(folder, file)))
}

/** Of several processes that start at once, one wins and all read its keys. */
function makeDemoKeys(folder: string): void {
  writeKeys(folder, ['issuer', 'gateway'], mark)
}

/** Made aside and put in place by one rename. */
function writeKeys(folder: string, signers: readonly Signer[], prefix: string): void {
  const aside = `${folder}.${randomBytes(6).toString('hex')}`
  try {
    makeFolder(aside, 0o700)
    const write = (file: (typeof files)[number], content: object) =>
      writeFileSync(join(aside, file), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
    for (const signer of signers) {
      const { privateKey } = generateKeyPairSync('ed25519')
      const { d, x, ...jwk } = privateKey.export({ format: 'jwk' }) as {
        d: string
        x: string
        kty: string
        crv: string
      }
      const thumbprint = createHash('sha256').update(x).digest('base64url').slice(0, 16)
      const shown = { ...jwk, x, kid: `${prefix}${thumbprint}`, alg: 'EdDSA', use: 'sig' }
      write(`${signer}.jwk`, { ...shown, d })
      write(`${signer}.jwks`, { keys: [shown] })
    }
    const kid = `${prefix}${randomBytes(12).toString('base64url')}`
    write('master.jwk', { kty: 'oct', k: randomBytes(32).toString('base64url'), kid })
    renameSync(aside, folder)
  } catch (error) {
    remove(aside)
    if (existsSync(folder)) return
    throw new ConfigError(
      `Keys cannot be written in ${folder} (${codeOf(error) || 'unknown'}). Check HUB_DATA_DIR or HUB_KEYS_DIR and its permissions.`,
    )
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // What could not be made need not be gone.
  }
}
