/**
 * The engine answers as GraphQL does on the joined data, for federations and operations made at random (../oracle). They are the same ones every
 * time. ORACLE_SEED draws others, ORACLE_FEDERATIONS and ORACLE_OPERATIONS (of each federation) say how many, ORACLE_TOLD how many differences
 * are told in full.
 */
import { describe, expect, it } from 'vitest'
import { kinds } from '../oracle/kinds.ts'
import { oneLookedAt, runOracle } from '../oracle/run-oracle.ts'

const given = (name: string, usual: number): number => Number(process.env[name] ?? usual)
const federations = given('ORACLE_FEDERATIONS', 50)
const operations = given('ORACLE_OPERATIONS', 400)

describe('an oracle that is no gateway', () => {
  it(
    'finds each answer of the engine right, whatever the aliases, types, keys and conditions',
    { timeout: 600_000 },
    async () => {
      const found = await runOracle({
        seed: given('ORACLE_SEED', 1),
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
      const rare = kinds.filter((kind) => (found.kinds.get(kind) ?? 0) < found.compared / oneLookedAt / 200)
      expect(rare).toEqual([])
    },
  )
})
