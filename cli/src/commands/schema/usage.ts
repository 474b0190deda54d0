/** `hub schema usage`: who uses a part of the schema. */
import { Command, InvalidArgumentError } from 'commander'
import { settingsHelp } from '../../settings-help.ts'
import { orUsageError } from '../../usage-error.ts'
import type { UsageOptions } from '../../schema/usage.ts'

export const schemaUsage = (): Command =>
  new Command('usage')
    .description(
      'Show which operations of which clients use a part of the schema, by the counts of this hub.',
    )
    .argument(
      '<coordinate>',
      'its schema coordinate: Type, Type.field, Type.field(argument:), Enum.VALUE; a field of an interface counts for all its types',
    )
    .option('--since <day>', 'the first day, such as 2026-09-01 (default: 90 days ago)', day)
    .option('--json', 'print one line of JSON for each operation and client', false)
    .addHelpText(
      'after',
      '\nClients are named by the header apollographql-client-name, or by their token; those without a name count as one.' +
        `\n\n${settingsHelp(['REGISTRY_URL', 'HUB_DATA_DIR'])}\n\nExamples:\n  hub schema usage Area.housing\n  hub schema usage "Query.municipality(code:)" --since 2026-09-01`,
    )
    .action(async (coordinate: string, options: UsageOptions, usage: Command) => {
      const { showUsage } = await import('../../schema/usage.ts')
      await orUsageError(usage, showUsage(coordinate, options, process.env))
    })

function day(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new InvalidArgumentError('Expected a day such as 2026-09-01.')
}
