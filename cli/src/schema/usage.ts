/** What `hub schema usage` prints. */
import { readUses } from '@samenhang/gateway/usage/uses'
import { openRegistryIfThere } from '@samenhang/schema/registry/registry'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { supergraphSchema } from '@samenhang/gateway/supergraph'
import Table from 'cli-table3'
import { CommandRefused } from '../faults.ts'

export interface UsageOptions {
  readonly since?: string
  readonly json: boolean
}

export async function showUsage(
  coordinate: string,
  { since, json }: UsageOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const registry = await openRegistryIfThere(environment)
  if (!registry)
    throw new CommandRefused(['Nothing was counted here yet: start the hub, and let it be asked something.'])
  try {
    const release = await registry.releases.current()
    const schema = supergraphSchema(release?.supergraph ?? readSupergraph())
    const uses = await readUses({ coordinate, ...(since !== undefined && { since }) }, registry.usage, schema)
    if (json) return uses.forEach((use) => void process.stdout.write(`${JSON.stringify(use)}\n`))
    if (uses.length === 0) return void process.stdout.write(`Nobody used ${coordinate}.\n`)
    const table = new Table({
      head: ['client', 'version', 'operation', 'requests', 'last asked'],
      style: { head: [], border: [] },
    })
    for (const { client, clientVersion, name, operation, requests, lastDay } of uses)
      table.push([client || '(not named)', clientVersion, name || operation.slice(0, 12), requests, lastDay])
    process.stdout.write(`${table.toString()}\n`)
  } finally {
    await registry.close()
  }
}
