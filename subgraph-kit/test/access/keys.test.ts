/**
 * Keys of the demo are made once, for their owner only, and are known for what they are; in production none
 * are made.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'samenhang-keys-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const environment = () => ({ HUB_DATA_DIR: folder })

describe('keys', () => {
  it('are made at the first start, for nobody else to read, and are the same at the next', () => {
    const made = openKeys(environment())
    const again = openKeys(environment())
    expect(again.signing('gateway')).toEqual(made.signing('gateway'))
    expect(again.secret('one use')).toEqual(made.secret('one use'))
    expect(made.signing('gateway')).not.toEqual(made.signing('issuer'))
    for (const file of readdirSync(made.folder))
      expect(statSync(join(made.folder, file)).mode & 0o77, file).toBe(0)
    expect(statSync(made.folder).mode & 0o77).toBe(0)
    expect(JSON.stringify(made.verifying('gateway'))).not.toContain('"d"')
  })

  it('are one set where several processes start at once', async () => {
    const script = `import { openKeys } from '@samenhang/subgraph-kit/access/keys'
      process.stdout.write(openKeys(process.env).secret('x').toString('hex') + JSON.stringify(openKeys(process.env).signing('gateway')))`
    const said = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
          env: { ...process.env, ...environment() },
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        let text = ''
        child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
        await once(child, 'close')
        return text
      }),
    )
    expect(said[0]).toMatch(/^[0-9a-f]{64}\{/)
    expect(new Set(said).size).toBe(1)
    expect(readdirSync(folder)).toEqual(['keys'])
  })

  it('of the demo are known for what they are, also when they are copied', () => {
    const keys = openKeys(environment())
    expect(keys.demo()).toEqual([
      ...['issuer.jwk', 'issuer.jwks', 'gateway.jwk', 'gateway.jwks', 'release.jwk', 'release.jwks'],
      'master.jwk',
    ])
    writeFileSync(join(keys.folder, 'master.jwk'), JSON.stringify({ kty: 'oct', k: 'A'.repeat(43) }))
    expect(keys.demo()).not.toContain('master.jwk')
  })

  it('that sign releases are added to those that an earlier release of the hub made, once', () => {
    const { folder: keys } = openKeys(environment())
    for (const file of ['release.jwk', 'release.jwks']) rmSync(join(keys, file))
    const added = openKeys(environment()).signing('release')
    expect(openKeys(environment()).signing('release')).toEqual(added)
    expect(openKeys(environment()).verifying('release').keys).toMatchObject([
      { kid: added.kid, x: added['x'] },
    ])
    rmSync(join(keys, 'release.jwks'))
    const [derived] = openKeys(environment()).verifying('release').keys
    expect(derived).toMatchObject({ kid: added.kid })
    expect(derived).not.toHaveProperty('d')
    expect(readdirSync(keys).filter((file) => file.startsWith('.'))).toEqual([])
  })

  it('are never made in production', () => {
    expect(() => openKeys({ ...environment(), HUB_MODE: 'production' })).toThrow(ConfigError)
    expect(readdirSync(folder)).toEqual([])
    openKeys(environment())
    expect(openKeys({ ...environment(), HUB_MODE: 'production' }).demo()).not.toEqual([])
  })

  it('are asked of the files only that a process uses: a secret of one use needs no master', () => {
    const keys = openKeys(environment())
    const one = keys.secret('one use')
    expect(keys.secret('other use')).not.toEqual(one)
    writeFileSync(
      join(keys.folder, 'one-use.jwk'),
      JSON.stringify({ kty: 'oct', k: one.toString('base64url') }),
    )
    rmSync(join(keys.folder, 'master.jwk'))
    expect(openKeys(environment()).secret('one use')).toEqual(one)
    expect(() => openKeys(environment()).secret('other use')).toThrow(ConfigError)
  })

  it.each(['', '{', '[]', '{"kty":"oct","k":"c2hvcnQ"}'])(
    'that are none are one line without what is in them: %j',
    (content) => {
      const keys = openKeys(environment())
      const before = readFileSync(join(keys.folder, 'master.jwk'), 'utf8')
      writeFileSync(join(keys.folder, 'master.jwk'), content)
      expect(() => keys.secret('one use')).toThrow(/^The key .*master\.jwk .*[^\n]*$/)
      writeFileSync(join(keys.folder, 'master.jwk'), before)
      expect(keys.secret('one use')).toHaveLength(32)
    },
  )
})
