/**
 * The engine answers as GraphQL does on the joined data, for federations and operations made at random (../oracle): 20,000 operations over 50
 * federations, the same ones every time; this half of them and that of oracle-more.long.test.ts, which may run at once. ../oracle/hold-engine.ts
 * says how others are drawn.
 */
import { it } from 'vitest'
import { holdEngine } from '../oracle/hold-engine.ts'

it('each answer is right, whatever the aliases, types, keys and conditions', { timeout: 1_800_000 }, () =>
  holdEngine(1),
)
