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
    await dependencies.install(dependencies.repository)
    await dependencies.readTypeScript()
    const { main } = await import('../src/main.ts')
    process.exitCode = await main(process.argv.slice(2))
  })
  .catch(fail)
