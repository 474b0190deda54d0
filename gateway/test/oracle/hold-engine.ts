/** What the suite asks of the oracle: no difference, few refusals, and every kind of thing touched. */
import { expect } from 'vitest'
import { kinds } from './kinds.ts'
import { oneLookedAt, runOracle } from './run-oracle.ts'

const given = (name: string, usual: number): number => Number(process.env[name] ?? usual)

/**
 * Of so many federations from a seed on, with so many operations each: 25 and 400 by default. ORACLE_SEED is added to the seed, and
 * ORACLE_FEDERATIONS, ORACLE_OPERATIONS and ORACLE_TOLD say how much.
 */
export async function holdEngine(
  seed: number,
  usual: { readonly federations: number; readonly operations: number } = { federations: 25, operations: 400 },
): Promise<void> {
  const federations = given('ORACLE_FEDERATIONS', usual.federations)
  const operations = given('ORACLE_OPERATIONS', usual.operations)
  const found = await runOracle({
    seed: seed + given('ORACLE_SEED', 0),
    federations,
    operations,
    told: given('ORACLE_TOLD', 3),
  })
  expect(found.told.join('\n\n')).toBe('')
  expect(found.different).toBe(0)
  expect(found.compared).toBe(federations * operations)
  // What is refused says nothing of the engine's answers.
  expect(found.refused).toBeLessThan(found.compared / 50)
  if (found.compared < 5_000) return
  const rare = kinds.filter((kind) => (found.kinds.get(kind) ?? 0) < found.compared / oneLookedAt / 500)
  expect(rare).toEqual([])
}
