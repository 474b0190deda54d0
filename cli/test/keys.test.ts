/**
 * `hub keys` makes every key that production mode asks for, readable by their owner only, and overwrites
 * nothing.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { addReleaseKeys, makeKeys } from '@samenhang/subgraph-kit/access/make-keys'
import { findingsIn } from '@samenhang/gateway/access/findings'
import { expect, test } from 'vitest'

test('hub keys makes what production asks for, for its owner alone, and writes over nothing', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'hub-keys-'))
  const folder = join(parent, 'keys')
  try {
    expect(makeKeys(folder)).toEqual([
      'gateway.jwk',
      'gateway.jwks',
      'release.jwk',
      'release.jwks',
      'master.jwk',
    ])
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
    const environment = { HUB_MODE: 'production', HUB_KEYS_DIR: folder }
    const keys = openKeys(environment)
    expect(keys.demo()).toEqual([])
    expect(keys.secret('check')).toHaveLength(32)
    expect(keys.verifying('gateway').keys[0]).not.toHaveProperty('d')
    const findings = await findingsIn({ environment, subgraphs: [], subgraphUrls: new Map() })
    expect(
      findings.filter(({ finding }) => /key\b/i.test(finding) && !finding.includes('HUB_TOKEN_KEYS')),
    ).toEqual([])
    const before = readFileSync(join(folder, 'master.jwk'), 'utf8')
    expect(() => makeKeys(folder)).toThrow(/is there already/)
    expect(() => addReleaseKeys(folder)).toThrow(/release.jwk is there already/)
    expect(() => addReleaseKeys(join(parent, 'none'))).toThrow(/There is no folder/)
    for (const file of ['release.jwk', 'release.jwks']) rmSync(join(folder, file))
    expect(addReleaseKeys(folder)).toEqual(['release.jwk', 'release.jwks'])
    expect(keys.verifying('release').keys[0]?.kid).toBe(keys.signing('release').kid)
    expect(readFileSync(join(folder, 'master.jwk'), 'utf8')).toBe(before)
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
})
