/** `hub schema diff`: what differs between two releases. */
import { Command } from 'commander'
import { releaseNumber } from './numbers.ts'

export const schemaDiff = (): Command =>
  new Command('diff')
    .description('Show what differs for clients between two releases.')
    .argument('<from>', 'the earlier release', releaseNumber)
    .argument('<to>', 'the later release', releaseNumber)
    .addHelpText('after', '\nExample:\n  hub schema diff 11 12')
    .action(async (from: number, to: number) => {
      const { diffReleases } = await import('../../schema/look.ts')
      await diffReleases(from, to, process.env)
    })
