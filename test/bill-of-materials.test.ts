/** `npm run sbom` names every package of the lock, says which are for development only, and gives no address that a package was downloaded from. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Component {
  readonly name: string
  readonly version: string
  readonly properties: readonly { readonly name: string }[]
}

interface Bill {
  readonly bomFormat: string
  readonly components: readonly Component[]
}

it('is CycloneDX, and tells what is run from what only builds and tests', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  const { bomFormat, components } = JSON.parse(text) as Bill
  expect(bomFormat).toBe('CycloneDX')
  const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
    packages: Readonly<Record<string, { version: string }>>
  }
  const byName = new Map(components.map((component) => [component.name, component]))
  const isForDevelopment = (name: string) =>
    byName.get(name)?.properties.some((one) => one.name === 'cdx:npm:package:development')
  for (const name of ['graphql', '@apollo/gateway', 'better-sqlite3', 'pg']) {
    expect(byName.get(name)?.version, name).toBe(lock.packages[`node_modules/${name}`]?.version)
    expect(isForDevelopment(name), name).toBe(false)
  }
  for (const name of ['vitest', 'eslint', 'typescript-eslint'])
    expect(isForDevelopment(name), name).toBe(true)
  expect(components.length).toBeGreaterThan(200)
  expect(new Set(text.match(/https?:\/\/[^/"\s]+/g))).toEqual(new Set(['http://cyclonedx.org']))
})
