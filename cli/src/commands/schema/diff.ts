/** `hub schema diff`: what differs between two releases. */
import { Command } from 'commander'
import { settingsHelp } from '../../settings-help.ts'
import { orUsageError } from '../../usage-error.ts'
import { releaseNumber } from './numbers.ts'

export const schemaDiff = (): Command =>
  new Command('diff')
    .description('Show what differs for clients between two releases.')
    .argument('<from>', 'the earlier release', releaseNumber)
    .argument('<to>', 'the later release', releaseNumber)
    .addHelpText(
      'after',
      `\n${settingsHelp(['REGISTRY_URL', 'HUB_DATA_DIR'])}\n\nExample:\n  hub schema diff 11 12`,
    )
    .action(async (from: number, to: number, _options: unknown, diff: Command) => {
      const { diffReleases } = await import('../../schema/look.ts')
      await orUsageError(diff, diffReleases(from, to, process.env))
    })
