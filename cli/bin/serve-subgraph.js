/** Serves one subgraph alone, by the name of its folder: what `npm start -w subgraphs/care` does. Installs what is missing first. */
import './node-version.js'

import('./dependencies.js')
  .then(async (dependencies) => {
    await dependencies.install(dependencies.repository)
    const { importSource } = await import('./sources.js')
    await importSource(`subgraphs/${process.argv[2]}/src/main.ts`)
  })
  .catch(function (error) {
    process.stderr.write('hub: ' + error.message + '\n')
    process.exitCode = 1
  })
