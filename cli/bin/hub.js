#!/usr/bin/env node
/**
 * The `hub` command: checks Node, installs what is missing, then hands over to src/main.ts, from its bundle where there can be one.
 * Plain JavaScript without dependencies, for it runs before there are any.
 */
import './node-version.js'

function fail(error) {
  process.stderr.write('hub: ' + error.message + '\n')
  if (process.env.HUB_DEBUG === '1') process.stderr.write(error.stack + '\n')
  process.exit(1)
}

import('./dependencies.js')
  .then(async (dependencies) => {
    const words = process.argv.slice(2)
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
