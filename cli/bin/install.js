/** Installs what is missing and nothing else: what `npm test` and `npm run check` do first. */
import './node-version.js'

import('./dependencies.js')
  .then(function (dependencies) {
    return dependencies.install(dependencies.repository)
  })
  .catch(function (error) {
    process.stderr.write('hub: ' + error.message + '\n')
    process.exitCode = 1
  })
