/**
 * Runs in each process of vitest before its test files: the hub bounds how far the heap of a server or an import grows, for the whole process.
 * A process of tests has hundreds of these one after another, and would collect garbage for a quarter of its time.
 */
import { syncBuiltinESMExports } from 'node:module'
import v8 from 'node:v8'

const set = v8.setFlagsFromString

if (!set.name.startsWith('exceptHeapGrowth')) {
  v8.setFlagsFromString = function exceptHeapGrowth(flags) {
    if (!flags.startsWith('--heap-growing-percent')) set(flags)
  }
  syncBuiltinESMExports()
}
