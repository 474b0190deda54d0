/**
 * A folder that all test files of one run share: the keys of their test data, databases that one of them seeded (seeded-data.ts), and whatever
 * they and the processes that they start make in the folder for temporary files. At the end it goes, and the databases of PostgreSQL with it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'

/** Called by vitest before the first test file; what it returns, after the last. */
export function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'samenhang-run-'))
  process.env['TEST_RUN_DIR'] = folder
  process.env['TMPDIR'] = folder
  openKeys({ HUB_KEYS_DIR: join(folder, 'keys') })
  return async () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    const { dropDatabases } = await import('@samenhang/subgraph-kit/testing')
    await dropDatabases()
  }
}
