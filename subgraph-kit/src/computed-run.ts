/**
 * What a subgraph that computes with figures of others notes of its run, in the one row of its table `run`: the versions of the inputs that its results
 * are of, and the newest that are known. What is read and computed is the subgraph's.
 */
import { randomBytes } from 'node:crypto'
import type { Database } from './database/database.ts'
import { HubError } from './errors/errors.ts'

const mostReadings = 3

/** Notes the newest versions known; without any, that they are other than before. `initial` has the other columns of a row that is not there yet. */
export async function noteVersions(
  database: Database,
  initial: Readonly<Record<string, string>>,
  knownVersions: string = randomBytes(8).toString('hex'),
): Promise<void> {
  await database.transact(async (transaction) => {
    await transaction('run')
      .insert({ id: 1, known_versions: knownVersions, ...initial })
      .onConflict('id')
      .merge({ known_versions: knownVersions })
  })
}

/**
 * Gives what `read` gives; null says that the inputs changed while they were read, and they are read again. Throws HubError SUBGRAPH_UNAVAILABLE
 * where they change each time.
 */
export async function readUnchanged<Answer>(read: () => Promise<Answer | null>): Promise<Answer> {
  for (let reading = 1; reading <= mostReadings; reading += 1) {
    const answer = await read()
    if (answer !== null) return answer
  }
  throw new HubError(
    'SUBGRAPH_UNAVAILABLE',
    'Figures were imported each time that these were read; refresh again when that has ended.',
  )
}
