/** `hub version`: which hub this is, and on which Node. */
import { readFileSync } from 'node:fs'
import { Command } from 'commander'

export const command = (): Command =>
  new Command('version')
    .description('Print the version of the hub and of Node.')
    .addHelpText('after', '\nExample:\n  hub version')
    .action(() => {
      const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
      const { version } = JSON.parse(file) as { version: string }
      process.stdout.write(`hub ${version}, Node ${process.versions.node}\n`)
    })
