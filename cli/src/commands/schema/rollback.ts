/** `hub schema rollback`: an earlier release, served again. */
import { Command } from 'commander'
import { releaseNumber } from './numbers.ts'

export const schemaRollback = (): Command =>
  new Command('rollback')
    .description('Serve the graph of an earlier release again, as a new release.')
    .argument('[number]', 'the release (default: the one before what is served now)', releaseNumber)
    .option('--token <token>', 'who releases (default: HUB_RELEASE_TOKEN)')
    .addHelpText(
      'after',
      '\nA token needs the scope schema:release:<slice> of every slice that differs.' +
        '\n\nExamples:\n  hub schema rollback\n  hub schema rollback 12',
    )
    .action(async (number: number | undefined, options: { token?: string }) => {
      const { rollback } = await import('../../schema/release.ts')
      await rollback(number, options, process.env)
    })
