/**
 * The keys of a hub, each in a file of its own (JSON Web Keys) that nobody else may read: `issuer` signs tokens of callers in demo mode,
 * `gateway` signs tokens for subgraphs, `release` signs releases of the graph, `master` is what pseudonyms and the chains of the logs are keyed with.
 * Where there is no folder of keys yet, demo keys are made, whole or not at all, and their ids say `demo`; in production they are given.
 */
import { hkdfSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { JSONWebKeySet, JWK } from 'jose'
import { ConfigError } from '../errors/config-error.ts'
import { dataDirectory } from '../database/database.ts'
import { isRecord } from '../http/http-body.ts'
import { addDemoReleaseKeys, demoMark, keyFiles, makeDemoKeys, publicPart, type Signer } from './make-keys.ts'

export type { Signer }

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
  const isProduction = environment['HUB_MODE'] === 'production'
  if (!existsSync(folder)) {
    if (isProduction)
      throw new ConfigError(`There are no keys in ${folder}; set HUB_KEYS_DIR to the folder that has them.`)
    makeDemoKeys(folder)
  }
  if (!isProduction) addDemoReleaseKeys(folder)
  const read = (file: string) => readJson(folder, file)
  return {
    folder,
    signing: (signer) => read(`${signer}.jwk`),
    verifying(signer) {
      // Keys that were added to a folder are there in two steps, the private one first.
      if (!existsSync(join(folder, `${signer}.jwks`)) && existsSync(join(folder, `${signer}.jwk`)))
        return { keys: [publicPart(read(`${signer}.jwk`))] }
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
      keyFiles.filter((file) => {
        if (!existsSync(join(folder, file))) return false
        const content = read(file)
        return JSON.stringify(content).includes(`"kid":"${demoMark}`)
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
