/**
 * A process that `hub dev` starts for a part of its work: `compose` or `subgraph`, by the file of that part in src/dev. It ends with the process that started
 * it, however that ends; a terminal's Ctrl+C is left to that one. The part that serves a subgraph reads its sources as they are when it is asked to.
 */
import { readTypeScript } from './dependencies.js'
import { importSource } from './sources.js'

process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
if (!process.connected) process.exit()
if (process.argv[2] === 'subgraph') {
  await readTypeScript()
  const { run } = await import('../src/dev/subgraph-process.ts')
  run()
} else {
  const { run } = await importSource('cli/src/dev/compose-process.ts')
  run()
}
