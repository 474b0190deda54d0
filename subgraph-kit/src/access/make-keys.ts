/**
 * Makes keys: those of a hub in production, those of the demo, and those that sign releases for a folder that was made without them. Whole or not at
 * all, readable by their owner alone, and nothing that is there is written over.
 */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JWK } from 'jose'
import { ConfigError } from '../errors/config-error.ts'
import { codeOf } from '../errors/error-code.ts'
import { makeFolder } from '../files/make-folder.ts'

/** Who signs. */
export type Signer = 'issuer' | 'gateway' | 'release'

export const keyFiles = [
  'issuer.jwk',
  'issuer.jwks',
  'gateway.jwk',
  'gateway.jwks',
  'release.jwk',
  'release.jwks',
  'master.jwk',
] as const

/** How the ids of demo keys begin. */
export const demoMark = 'demo-'

/**
 * Makes the keys of a hub in production: `gateway.jwk`, `release.jwk`, their public parts and `master.jwk`. Throws ConfigError where the folder is there
 * already, for keys that are in use are never written over.
 */
export function makeKeys(folder: string): readonly string[] {
  if (existsSync(folder))
    throw new ConfigError(
      `${folder} is there already. Name a folder that is not, or remove it where no hub uses it.`,
    )
  writeKeys(folder, ['gateway', 'release'], '')
  return keyFiles.filter((file) => existsSync(join(folder, file)))
}

/** Adds the keys that sign releases. Throws ConfigError where there is no such folder or it has them. */
export function addReleaseKeys(folder: string): readonly string[] {
  if (!existsSync(folder))
    throw new ConfigError(`There is no folder ${folder}. Leave out --release to make it.`)
  const pair = ['release.jwk', 'release.jwks'] as const
  const had = pair.find((file) => existsSync(join(folder, file)))
  if (had) throw new ConfigError(`${join(folder, had)} is there already.`)
  addPair(folder, 'release', '')
  return pair
}

/** Of several processes that start at once, one wins and all read its keys. */
export function makeDemoKeys(folder: string): void {
  writeKeys(folder, ['issuer', 'gateway', 'release'], demoMark)
}

/** Where the demo made its keys before there were releases. */
export function addDemoReleaseKeys(folder: string): void {
  if (keyFiles.some((file) => file.startsWith('release') && existsSync(join(folder, file)))) return
  const gateway = join(folder, 'gateway.jwk')
  if (existsSync(gateway) && readFileSync(gateway, 'utf8').includes(`"kid": "${demoMark}`))
    addPair(folder, 'release', demoMark)
}

/** A key without what only its owner may know. */
export function publicPart({ d: _private, ...key }: JWK): JWK {
  return key
}

function makePair(prefix: string): JWK {
  const { privateKey } = generateKeyPairSync('ed25519')
  const key = privateKey.export({ format: 'jwk' })
  const thumbprint = createHash('sha256').update(String(key.x)).digest('base64url').slice(0, 16)
  return { ...(key as JWK), kid: `${prefix}${thumbprint}`, alg: 'EdDSA', use: 'sig' }
}

function write(path: string, content: object): void {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
}

/** Of several processes that do at once, the first to put its private key in place wins. */
function addPair(folder: string, signer: Signer, prefix: string): void {
  const aside = join(folder, `.${signer}.${randomBytes(6).toString('hex')}`)
  const key = makePair(prefix)
  const place = join(folder, `${signer}.jwk`)
  try {
    write(aside, key)
    linkSync(aside, place)
    rmSync(aside)
    write(aside, { keys: [publicPart(key)] })
    renameSync(aside, `${place}s`)
  } catch (error) {
    remove(aside)
    if (!existsSync(place)) throw cannotWrite(folder, error)
  }
}

/** Made aside and put in place by one rename. */
function writeKeys(folder: string, signers: readonly Signer[], prefix: string): void {
  const aside = `${folder}.${randomBytes(6).toString('hex')}`
  try {
    makeFolder(aside, 0o700)
    for (const signer of signers) {
      const key = makePair(prefix)
      write(join(aside, `${signer}.jwk`), key)
      write(join(aside, `${signer}.jwks`), { keys: [publicPart(key)] })
    }
    const kid = `${prefix}${randomBytes(12).toString('base64url')}`
    write(join(aside, 'master.jwk'), { kty: 'oct', k: randomBytes(32).toString('base64url'), kid })
    renameSync(aside, folder)
  } catch (error) {
    remove(aside)
    if (existsSync(folder)) return
    throw cannotWrite(folder, error)
  }
}

function cannotWrite(folder: string, error: unknown): ConfigError {
  return new ConfigError(
    `Keys cannot be written in ${folder} (${codeOf(error) || 'unknown'}). Check HUB_DATA_DIR or HUB_KEYS_DIR and its permissions.`,
  )
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // What could not be made need not be gone.
  }
}
