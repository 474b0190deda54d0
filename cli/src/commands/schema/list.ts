/** `hub schema list`: the releases there are. */
import { Command } from 'commander'
import { settingsHelp } from '../../settings-help.ts'

export const schemaList = (): Command =>
  new Command('list')
    .description('List releases, the newest first.')
    .option('--json', 'print one line of JSON for each', false)
    .addHelpText(
      'after',
      `\n${settingsHelp(['REGISTRY_URL', 'HUB_DATA_DIR'])}\n\nExamples:\n  hub schema list\n  hub schema list --json`,
    )
    .action(async (options: { json: boolean }) => {
      const { listReleases } = await import('../../schema/look.ts')
      await listReleases(options, process.env)
    })
