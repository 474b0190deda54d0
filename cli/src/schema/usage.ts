/** What `hub schema usage` prints. */
import { readUses, type UsesAsked } from '@samenhang/gateway/usage/uses'
import type { UsageOfCoordinate } from '@samenhang/schema/registry/usage'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { supergraphSchema } from '@samenhang/gateway/supergraph'
import Table from 'cli-table3'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { InvalidArgumentError } from 'commander'
import { CommandRefused } from '../faults.ts'
import { withRegistry } from '../with-registry.ts'

export interface UsageOptions {
  readonly since?: string
  readonly json: boolean
}

export async function showUsage(
  coordinate: string,
  { since, json }: UsageOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  await withRegistry(environment, async (registry) => {
    if (!registry)
      throw new CommandRefused([
        'Nothing was counted here yet: start the hub, and let it be asked something.',
      ])
    const release = await registry.releases.current()
    const schema = supergraphSchema(release?.supergraph ?? readSupergraph())
    const asked = { coordinate, ...(since !== undefined && { since }) }
    const uses = await readUses(asked, registry.usage, schema).catch((error: unknown) => {
      throw error instanceof HubError && error.code === 'BAD_ARGUMENT'
        ? new InvalidArgumentError(error.message)
        : error
    })
    process.stdout.write(json ? uses.map((use) => `${JSON.stringify(use)}\n`).join('') : asTable(uses, asked))
  })
}

function asTable(uses: readonly UsageOfCoordinate[], { coordinate, since }: UsesAsked): string {
  if (uses.length === 0)
    return `Nobody used ${coordinate} ${since === undefined ? 'in the last 90 days' : `since ${since}`}.\n`
  const table = new Table({
    head: ['client', 'version', 'operation', 'requests', 'last asked'],
    style: { head: [], border: [] },
  })
  for (const { client, clientVersion, name, operation, requests, lastDay } of uses)
    table.push([client || '(not named)', clientVersion, name || operation.slice(0, 12), requests, lastDay])
  return `${table.toString()}\n`
}
