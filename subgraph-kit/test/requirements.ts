/**
 * What a test needs that not every machine has: PostgreSQL (TEST_POSTGRES_URL), and real files beside the repository (SHARED_DATA for those
 * of the CBS, SHARED_CASES for small ones that were once imported wrongly). Where it is missing the tests are skipped, and their name says why.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'
import { databaseKinds, type DatabaseKind } from '../src/testing.ts'

/** Something a test needs; `missing` says in a few words why it is not here, and is null where it is. */
export interface Requirement {
  readonly missing: string | null
}

/** A file that a test needs, and where it is looked for. */
export interface RequiredFile extends Requirement {
  readonly path: string
}

const folder = (setting: string, beside: string): string =>
  process.env[setting] ?? fileURLToPath(new URL(`../../../${beside}`, import.meta.url))

const fileIn = (setting: string, beside: string, path: string): RequiredFile => {
  const file = join(folder(setting, beside), path)
  return { path: file, missing: existsSync(file) ? null : `no ../${beside}/${path}` }
}

/** A file as the CBS published it, by its path in the folder of such files. */
export const cbsFile = (path: string): RequiredFile => fileIn('SHARED_DATA', 'shared/data', path)

/** A small file that was once imported wrongly, by its path in the folder of such files. */
export const caseFile = (path: string): RequiredFile => fileIn('SHARED_CASES', 'shared/cases/data', path)

export const postgres: Requirement = {
  missing: process.env['TEST_POSTGRES_URL'] ? null : 'TEST_POSTGRES_URL is not set',
}

/** Tests that are skipped where one of the requirements is missing. */
export function describeWith(
  requirements: Requirement | readonly Requirement[],
  promise: string,
  tests: () => void,
): void {
  const missing = missingOf(requirements)
  describe.skipIf(missing !== null)(nameOf(promise, missing), tests)
}

/** A test that is skipped where one of the requirements is missing. `timeout` is in milliseconds. */
export function itWith(
  requirements: Requirement | readonly Requirement[],
  promise: string,
  test: () => void | Promise<void>,
  timeout?: number,
): void {
  const missing = missingOf(requirements)
  it.skipIf(missing !== null)(nameOf(promise, missing), test, timeout)
}

/** What is promised on every database: once on SQLite, once on PostgreSQL. */
export function describeOnDatabases(promise: string, tests: (kind: DatabaseKind) => void): void {
  for (const kind of databaseKinds) {
    describeWith(kind === 'PostgreSQL' ? postgres : [], `${promise} on ${kind}`, () => tests(kind))
  }
}

/**
 * Cases of which the database is the least part, such as files that are refused before anything is written: all of them on SQLite, the first and
 * the last on PostgreSQL, which takes long to be made ready for each.
 */
export function casesOn<const Case>(kind: DatabaseKind, cases: readonly Case[]): readonly Case[] {
  return kind === 'SQLite' ? cases : cases.filter((_, index) => index === 0 || index === cases.length - 1)
}

function missingOf(requirements: Requirement | readonly Requirement[]): string | null {
  const missing = [requirements].flat().flatMap((one) => one.missing ?? [])
  return missing.length > 0 ? missing.join(', ') : null
}

function nameOf(promise: string, missing: string | null): string {
  return missing === null ? promise : `${promise} (skipped: ${missing})`
}
