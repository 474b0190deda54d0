/**
 * Test data with a synthetic country in it. Each country is seeded once a run, by the test file that asks for it first; the others copy its
 * databases. On PostgreSQL, which has no files to copy, each is seeded for itself.
 */
import { createHash } from 'node:crypto'
import { cp, rename } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import type { CountryOptions } from '@samenhang/subgraph-kit/synthetic/country'
import { makeTestData, type DatabaseKind, silent, type TestData } from '@samenhang/subgraph-kit/testing'

export async function seededData(kind: DatabaseKind, country: CountryOptions): Promise<TestData> {
  const data = await makeTestData(kind)
  const run = process.env['TEST_RUN_DIR']
  if (kind !== 'SQLite' || run === undefined) {
    await seedInto(data, country)
    return data
  }
  const name = createHash('sha256').update(JSON.stringify(country)).digest('hex').slice(0, 16)
  const kept = join(run, `country-${name}`)
  if (!existsSync(kept)) {
    const made = await makeTestData()
    await seedInto(made, country)
    // Where two files make one at the same time, the first to end is kept.
    await rename(made.directory, kept).catch(() => made.remove())
  }
  await cp(kept, data.directory, { recursive: true })
  return data
}

async function seedInto({ environment }: TestData, country: CountryOptions): Promise<void> {
  const subgraphs = await openSubgraphs({ environment, logger: silent })
  try {
    await seedAll(subgraphs, country)
  } finally {
    await Promise.all(subgraphs.map((subgraph) => subgraph.close()))
  }
}
