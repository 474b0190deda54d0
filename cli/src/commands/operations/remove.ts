/** `hub operations remove`: an application that asks no more. */
import { Command } from 'commander'
import { settingsHelp } from '../../settings-help.ts'
import { orUsageError } from '../../usage-error.ts'

export const operationsRemove = (): Command =>
  new Command('remove')
    .description(
      'Forget the operations of an application: gateways no longer answer their ids, and no release is held up by them.',
    )
    .argument('<app>', 'the application')
    .addHelpText(
      'after',
      `\n${settingsHelp(['REGISTRY_URL', 'HUB_DATA_DIR'])}\n\nExample:\n  hub operations remove dashboard`,
    )
    .action(async (app: string, _options: unknown, remove: Command) => {
      const { removeConsumer } = await import('../../operations/consumers.ts')
      await orUsageError(remove, removeConsumer(app, process.env))
    })
