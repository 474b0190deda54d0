#!/usr/bin/env node
/**
 * The `hub` command: checks Node, installs what is missing, then hands over to src/main.ts, from its bundle where there can be one.
 * Plain JavaScript without dependencies, for it runs before there are any.
 */
import './node-version.js'
import { setFlagsFromString } from 'node:v8'

/**
 * How far the heap may grow before garbage is collected, in per cent, by command. V8 would let it grow to several times what is in use on a machine
 * with much memory: a server for whatever it was asked, and an import for rows that pass and are gone.
 */
const heapGrowth = new Map([
  ['start', 50],
  ['gateway', 50],
  ['import', 20],
])

function fail(error) {
  process.stderr.write('hub: ' + error.message + '\n')
  if (process.env.HUB_DEBUG === '1') process.stderr.write(error.stack + '\n')
  process.exit(1)
}

import('./dependencies.js')
  .then(async (dependencies) => {
    const words = process.argv.slice(2)
    const growth = heapGrowth.get(words[0])
    if (growth !== undefined) setFlagsFromString(`--heap-growing-percent=${growth}`)
    const { answerWithoutPackages } = await import('./without-packages.js')
    const answer = answerWithoutPackages(words)
    if (answer !== null && dependencies.reasonToInstall(dependencies.repository) !== null)
      return process.stdout.write(answer)
    await dependencies.install(dependencies.repository)
    const { importSource } = await import('./sources.js')
    const { main } = await importSource('cli/src/main.ts')
    process.exitCode = await main(words)
  })
  .catch(fail)
