/** `hub schema show`: one release. */
import { Command } from 'commander'
import { settingsHelp } from '../../settings-help.ts'
import { orUsageError } from '../../usage-error.ts'
import type { ShowOptions } from '../../schema/look.ts'
import { releaseNumber } from './numbers.ts'

export const schemaShow = (): Command =>
  new Command('show')
    .description('Show a release: who made it, what changed, and whether its signature holds.')
    .argument('<number>', 'the release', releaseNumber)
    .option('--json', 'print all of it except the texts as JSON', false)
    .option('--supergraph', 'print the supergraph instead', false)
    .option('--api', 'print the schema that clients see instead', false)
    .addHelpText(
      'after',
      `\n${settingsHelp(['REGISTRY_URL', 'HUB_DATA_DIR'])}\n\nExamples:\n  hub schema show 12\n  hub schema show 12 --api`,
    )
    .action(async (number: number, options: ShowOptions, show: Command) => {
      const { showRelease } = await import('../../schema/look.ts')
      await orUsageError(show, showRelease(number, options, process.env))
    })
