/** The other half of the federations and operations of oracle.long.test.ts. */
import { it } from 'vitest'
import { holdEngine } from '../oracle/hold-engine.ts'

it('each answer is right in other federations, too', { timeout: 1_800_000 }, () => holdEngine(1003))
