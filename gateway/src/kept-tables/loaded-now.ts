/** What is loaded, asked of the graph itself for a snapshot. */
import type { GraphState } from '../operation/graph-state.ts'
import type { Gateway } from '../operation/gateway.ts'
import { snapshotName } from './snapshot-name.ts'
import { loadedIn, loadedOperation, type LoadedTable } from './loaded-tables.ts'

/** What is loaded in this state; null where that cannot be known. */
export async function loadedNow(
  gateway: Pick<Gateway, 'apiSchema' | 'execute' | 'state'>,
  state: GraphState,
): Promise<readonly LoadedTable[] | null> {
  const query = loadedOperation(gateway.apiSchema)
  if (query === undefined) return null
  const { text } = await gateway.execute({ query }, { isCanary: true })
  return snapshotName(await gateway.state()) === snapshotName(state) ? loadedIn(text) : null
}
