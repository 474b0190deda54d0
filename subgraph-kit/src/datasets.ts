/** What is loaded, of all tables that a subgraph has. */
import type { Dataset } from './profile-store.ts'

/** One list of several, the newest year first; within a year in the order given. */
export async function newestFirst(
  ...lists: readonly (Promise<readonly Dataset[]> | undefined)[]
): Promise<Dataset[]> {
  const found = await Promise.all(lists.map(async (list) => (await list) ?? []))
  return found.flat().sort((one, other) => other.period - one.period)
}
