#!/usr/bin/env node
/**
 * The `hub` command: checks Node, installs what is missing, then hands over to src/main.ts.
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
    if (dependencies.reasonToInstall(dependencies.repository) !== null) {
      const { answerWithoutPackages } = await import('./without-packages.js')
      const answer = answerWithoutPackages(words)
      if (answer !== null) return process.stdout.write(answer)
    }
    await dependencies.install(dependencies.repository)
    await dependencies.readTypeScript()
    const { main } = await import('../src/main.ts')
    process.exitCode = await main(words)
  })
  .catch(fail)
