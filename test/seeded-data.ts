/**
 * Test data with a synthetic country in it. Each country is seeded once a run, by the test file that asks for it first; the others copy it.
 * So is what is done to it then, which has a name.
 */
import { createHash } from 'node:crypto'
import { cp, link, readFile, rename, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import type { CountryOptions } from '@samenhang/subgraph-kit/synthetic/country'
import { makeTestData, type DatabaseKind, silent, type TestData } from '@samenhang/subgraph-kit/testing'

export interface Done {
  readonly name: string
  act(data: TestData): Promise<void>
}

export async function seededData(
  kind: DatabaseKind,
  country: CountryOptions,
  done?: Done,
): Promise<TestData> {
  const run = process.env['TEST_RUN_DIR']
  const make = async (): Promise<TestData> => {
    const data = done ? await seededData(kind, country) : await makeTestData(kind)
    await (done ? done.act(data) : seedInto(data, country))
    return data
  }
  if (run === undefined) return make()
  const told = JSON.stringify([country, done?.name])
  const name = createHash('sha256').update(told).digest('hex').slice(0, 16)
  return kind === 'SQLite'
    ? copyOfFiles(join(run, `country-${name}`), make)
    : copyOfDatabase(join(run, `database-${name}`), make)
}

type Make = () => Promise<TestData>

async function copyOfFiles(kept: string, make: Make): Promise<TestData> {
  if (!existsSync(kept)) {
    const made = await make()
    // Where two files make one at the same time, the first to end is kept.
    await rename(made.directory, kept).catch(() => made.remove())
  }
  const data = await makeTestData()
  await cp(kept, data.directory, { recursive: true })
  return data
}

/** Of a database that is left as it was seeded; a file of the run holds its name. */
async function copyOfDatabase(kept: string, make: Make): Promise<TestData> {
  if (!existsSync(kept)) {
    const made = await make()
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
