/** Test data with a synthetic country in it. Each country is seeded once a run, by the test file that asks for it first; the others copy it. */
import { createHash } from 'node:crypto'
import { cp, link, readFile, rename, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import type { CountryOptions } from '@samenhang/subgraph-kit/synthetic/country'
import { makeTestData, type DatabaseKind, silent, type TestData } from '@samenhang/subgraph-kit/testing'

export async function seededData(kind: DatabaseKind, country: CountryOptions): Promise<TestData> {
  const run = process.env['TEST_RUN_DIR']
  if (run === undefined) {
    const data = await makeTestData(kind)
    await seedInto(data, country)
    return data
  }
  const name = createHash('sha256').update(JSON.stringify(country)).digest('hex').slice(0, 16)
  return kind === 'SQLite'
    ? copyOfFiles(join(run, `country-${name}`), country)
    : copyOfDatabase(run, name, country)
}

async function copyOfFiles(kept: string, country: CountryOptions): Promise<TestData> {
  if (!existsSync(kept)) {
    const made = await makeTestData()
    await seedInto(made, country)
    // Where two files make one at the same time, the first to end is kept.
    await rename(made.directory, kept).catch(() => made.remove())
  }
  const data = await makeTestData()
  await cp(kept, data.directory, { recursive: true })
  return data
}

/** Of a database that is left as it was seeded; a file of the run holds its name. */
async function copyOfDatabase(run: string, name: string, country: CountryOptions): Promise<TestData> {
  const kept = join(run, `database-${name}`)
  if (!existsSync(kept)) {
    const made = await makeTestData('PostgreSQL')
    await seedInto(made, country)
    const database = new URL(made.environment['DATABASE_URL'] ?? '').pathname.slice(1)
    const written = join(made.directory, 'name')
    await writeFile(written, database)
    await link(written, kept).catch(() => made.remove())
  }
  return makeTestData('PostgreSQL', { like: await readFile(kept, 'utf8') })
}

async function seedInto({ environment }: TestData, country: CountryOptions): Promise<void> {
  const subgraphs = await openSubgraphs({ environment, logger: silent })
  try {
    await seedAll(subgraphs, country)
  } finally {
    await Promise.all(subgraphs.map((subgraph) => subgraph.close()))
  }
}
