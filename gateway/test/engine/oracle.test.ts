/** As oracle.long.test.ts, a few hundred operations of a few federations: enough to see at once what broke outright. */
import { it } from 'vitest'
import { holdEngine } from '../oracle/hold-engine.ts'

it('each answer is right, of a small draw', () => holdEngine(1, { federations: 5, operations: 80 }))
