/** `npm run sbom` names every package that the hub runs on, as the lock has it, and no address of where it was had from. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Bill {
  readonly bomFormat: string
  readonly components: readonly { readonly name: string; readonly version: string }[]
}

it('is CycloneDX, has what is run and not what only builds and tests', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  const { bomFormat, components } = JSON.parse(text) as Bill
  expect(bomFormat).toBe('CycloneDX')
  const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
    packages: Readonly<Record<string, { version: string; dev?: boolean }>>
  }
  const versions = new Map(components.map(({ name, version }) => [name, version]))
  for (const name of ['graphql', '@apollo/gateway', 'better-sqlite3', 'pg'])
    expect(versions.get(name), name).toBe(lock.packages[`node_modules/${name}`]?.version)
  for (const name of ['vitest', 'eslint', 'typescript-eslint']) expect(versions.has(name), name).toBe(false)
  expect(components.length).toBeGreaterThan(200)
  expect(new Set(text.match(/https?:\/\/[^/"\s]+/g))).toEqual(new Set(['http://cyclonedx.org']))
})
