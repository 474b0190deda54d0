/** `hub operations remove`: an application that asks no more. */
import { Command } from 'commander'

export const operationsRemove = (): Command =>
  new Command('remove')
    .description(
      'Forget the operations of an application: gateways no longer answer their ids, and no release is held up by them.',
    )
    .argument('<app>', 'the application')
    .addHelpText('after', '\nExample:\n  hub operations remove dashboard')
    .action(async (app: string) => {
      const { removeConsumer } = await import('../../operations/consumers.ts')
      await removeConsumer(app, process.env)
    })
