/** `hub schema rollback`: an earlier release, served again. */
import { Command } from 'commander'
import type { RollbackOptions } from '../../schema/release.ts'
import { settingsHelp } from '../../settings-help.ts'
import { orUsageError } from '../../usage-error.ts'
import { releaseNumber } from './numbers.ts'

export const schemaRollback = (): Command =>
  new Command('rollback')
    .description('Serve the graph of an earlier release again, as a new release.')
    .argument('[number]', 'the release (default: the one before what is served now)', releaseNumber)
    .option('--no-changelog', 'leave schema/CHANGELOG.md of this tree as it is')
    .option('--token <token>', 'who releases (default: HUB_RELEASE_TOKEN)')
    .addHelpText(
      'after',
      '\nA token needs the scope schema:release:<slice> of every slice that differs.' +
        `\n\n${settingsHelp(['REGISTRY_URL', 'HUB_RELEASE_TOKEN', 'HUB_DATA_DIR', 'HUB_KEYS_DIR'])}\n\nExamples:\n  hub schema rollback\n  hub schema rollback 12`,
    )
    .action(async (number: number | undefined, options: RollbackOptions, rolled: Command) => {
      const { rollback } = await import('../../schema/release.ts')
      await orUsageError(rolled, rollback(number, options, process.env))
    })
