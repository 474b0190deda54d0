/**
 * A process that `hub dev` starts for a part of its work: `compose` or `subgraph`, by the file of that part in src/dev. It ends with the process that started
 * it, however that ends; a terminal's Ctrl+C is left to that one.
 */
import { readTypeScript } from './dependencies.js'

process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
if (!process.connected) process.exit()
await readTypeScript()
const { run } = await import(`../src/dev/${process.argv[2]}-process.ts`)
run()
