/** `hub version`: the same as `hub --version`. */
import { Command } from 'commander'
import { versionLine } from '../version.ts'

export const command = (): Command =>
  new Command('version')
    .description('Print the version of the hub and of Node.')
    .addHelpText('after', '\nExample:\n  hub version')
    .action(() => {
      process.stdout.write(`${versionLine()}\n`)
    })
