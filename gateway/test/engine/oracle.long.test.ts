/**
 * The engine answers as GraphQL does on the joined data, for federations and operations made at random (../oracle): 10,000
 * operations, the same ones every time. ../oracle/hold-engine.ts says how others are drawn.
 */
import { it } from 'vitest'
import { holdEngine } from '../oracle/hold-engine.ts'

it('each answer is right, whatever the aliases, types, keys and conditions', { timeout: 1_800_000 }, () =>
  holdEngine(1, { federations: 25, operations: 400 }),
)
