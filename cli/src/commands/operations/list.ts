/** `hub operations list`: who has registered operations, and which. */
import { Command } from 'commander'
import { settingsHelp } from '../../settings-help.ts'
import { orUsageError } from '../../usage-error.ts'

export const operationsList = (): Command =>
  new Command('list')
    .description('List the applications that registered operations, or the operations of one.')
    .argument('[app]', 'the application')
    .option('--json', 'print one line of JSON for each', false)
    .addHelpText(
      'after',
      `\n${settingsHelp(['REGISTRY_URL', 'HUB_DATA_DIR'])}\n\nExamples:\n  hub operations list\n  hub operations list dashboard --json`,
    )
    .action(async (app: string | undefined, options: { json: boolean }, list: Command) => {
      const { listConsumers } = await import('../../operations/consumers.ts')
      await orUsageError(list, listConsumers(app, options, process.env))
    })
