/** An application registers the operations in its files, and asks them by their ids from a hub that answers nothing else. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registeredDocuments } from '@samenhang/gateway/registered-documents'
import { createHttpServer } from '@samenhang/gateway/server'
import { findFiles } from '@samenhang/schema/consumers/find-files'
import { readOperations } from '@samenhang/schema/consumers/read-operations'
import { openRegistry } from '@samenhang/schema/registry/registry'
import { listen } from '@samenhang/subgraph-kit/http-server'
import { silent } from '@samenhang/subgraph-kit/testing'
import { expect, it } from 'vitest'
import { describeNeighbourhood } from './example-app/src/profile.ts'
import { openHub } from './hub.ts'

const app = fileURLToPath(new URL('example-app', import.meta.url))

it('what an application registered is answered by its id, and by the id of its manifest', async () => {
  const { operations, faults } = await readOperations(await findFiles(['src/**/*.graphql'], app), app)
  expect(faults).toEqual([])
  const [operation] = operations
  const folder = mkdtempSync(join(tmpdir(), 'hub-registry-'))
  const registry = await openRegistry({ HUB_DATA_DIR: folder })
  await registry.operations.register({
    app: 'example-app',
    owner: 'front-end',
    operations: [{ ...operation!, source: operation!.file, aliases: ['manifest-1'] }],
    removesOthers: true,
  })
  const documents = await registeredDocuments(registry)
  await registry.close()
  rmSync(folder, { recursive: true })
  expect([...documents.keys()]).toEqual([operation!.id, 'manifest-1'])

  const hub = await openHub({ country: { seed: 3, neighbourhoods: 30 }, documents })
  const server = createHttpServer(hub.gateway, { logger: silent })
  try {
    const url = await listen(server, { host: '127.0.0.1', port: 0 })
    const line = await describeNeighbourhood(url, operation!.id, { code: 'BU90010101' })
    expect(line).toMatch(/^.+, .+: (\d+ clients|not known \(\w+\)) in 2024\.$/)
    expect(await describeNeighbourhood(url, 'manifest-1', { code: 'BU90010101' })).toBe(line)
    expect(await describeNeighbourhood(url, operation!.id, { code: 'BU99999999' })).toBeNull()
  } finally {
    server.close()
    await hub.close()
  }
})
