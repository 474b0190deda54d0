/** `hub schema check`: whom a slice would break, before it is released. */
import { Command, Option } from 'commander'
import { settingsHelp } from '../../settings-help.ts'
import { orUsageError } from '../../usage-error.ts'
import type { CheckOptions } from '../../schema/check.ts'

export const schemaCheck = (): Command =>
  new Command('check')
    .description(
      'Check a slice against what is released: composition, house rules, whom it breaks, what it deprecates, what it makes more costly.',
    )
    .argument('<slice>', 'the subgraph whose slice it is, such as care')
    .option('--schema <file>', 'the slice (default: subgraphs/<slice>/schema.graphql)')
    .option(
      '--base <commit>',
      'the commit to compare with (default: the newest release; where there is none, the last commit)',
    )
    .addOption(new Option('--json', 'print the report as one line of JSON').conflicts('annotations'))
    .option('--annotations', 'print workflow commands of GitHub, which show at the lines of a pull request')
    .addHelpText('after', examples)
    .action(async (slice: string, options: CheckOptions, check: Command) => {
      const { checkSchema } = await import('../../schema/check.ts')
      await orUsageError(check, checkSchema(slice, options, process.env))
    })

const examples = `
A break that nobody uses is reported and allowed. One in use is refused, unless what is used was deprecated and its sunset date has passed.
In use means registered by a consumer (hub operations register), or requested in the last 90 days.
Nothing is changed. Exit code 0: it may be released; 1: it may not; 2: usage error.

${settingsHelp(['REGISTRY_URL', 'HUB_DATA_DIR', 'HUB_OPERATIONS_DIR'])}

Examples:
  hub schema check care
  hub schema check care --json > report.json
  hub schema check care --base origin/main --annotations`
