/** What changed between snapshots as a subgraph of the gateway itself, named `snapshots`. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Logger } from '../telemetry/log.ts'
import { ownSource } from './own-source.ts'
import type { SubgraphSource } from './source.ts'

export const snapshotsName = 'snapshots'

/** The arguments of `Query.changes`. */
export interface AskedChanges {
  readonly from: string
  readonly to?: string | null
  readonly examples: number
}

/** `changes` answers the field of that name by its arguments; undefined where no snapshots are kept. */
export function snapshotsSource(
  changes: ((asked: AskedChanges) => Promise<object>) | undefined,
  logger: Logger,
): SubgraphSource {
  const resolvers = {
    Query: {
      changes(_: unknown, asked: AskedChanges) {
        if (changes) return changes(asked)
        throw new HubError('SNAPSHOT_NOT_FOUND', 'This hub keeps no snapshots.')
      },
    },
  }
  return ownSource(snapshotsName, resolvers, logger)
}
