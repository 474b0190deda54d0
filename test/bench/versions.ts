/** The versions that a run compared, as they are installed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './country.ts'

const packages = [
  ['node_modules', '@apollo/server'],
  ['node_modules', '@apollo/gateway'],
  ['node_modules', 'graphql'],
  ['node_modules', 'better-sqlite3'],
  ['test/bench/node_modules', '@graphql-hive/gateway'],
  ['test/bench/node_modules', '@graphql-hive/router-query-planner'],
  ['test/bench/node_modules', '@mercuriusjs/gateway'],
  ['test/bench/node_modules', 'autocannon'],
] as const

export function readVersions(): Readonly<Record<string, string>> {
  const versions = packages.map(([folder, name]) => {
    const file = join(repository, folder, name, 'package.json')
    return [name, (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version] as const
  })
  return { 'Node.js': process.versions.node, ...Object.fromEntries(versions) }
}
