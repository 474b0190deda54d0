/** `hub operations list`: who has registered operations, and which. */
import { Command } from 'commander'

export const operationsList = (): Command =>
  new Command('list')
    .description('List the applications that registered operations, or the operations of one.')
    .argument('[app]', 'the application')
    .option('--json', 'print one line of JSON for each', false)
    .addHelpText('after', '\nExamples:\n  hub operations list\n  hub operations list dashboard --json')
    .action(async (app: string | undefined, options: { json: boolean }) => {
      const { listConsumers } = await import('../../operations/consumers.ts')
      await listConsumers(app, options, process.env)
    })
