/** `hub operations register`: the operations of an application. */
import { Command } from 'commander'
import { settingsHelp } from '../../settings-help.ts'
import type { RegisterOptions } from '../../operations/register.ts'
import { orUsageError } from '../../usage-error.ts'

export const operationsRegister = (): Command =>
  new Command('register')
    .description(
      'Check the operations of an application or a folder of notebooks against the graph, and register them.',
    )
    .argument('<app>', 'the application, as it names itself in apollographql-client-name')
    .requiredOption('--owner <team>', 'the team to tell of a change that would break it')
    .requiredOption('--files <patterns...>', 'its files; in quotes, so that the shell leaves them alone')
    .option('--keep', 'keep what it registered before and is not in these files', false)
    .option('--json', 'print a manifest: an object from ids to texts', false)
    .addHelpText('after', examples)
    .action(async (app: string, options: RegisterOptions, register: Command) => {
      const { registerOperations } = await import('../../operations/register.ts')
      await orUsageError(register, registerOperations(app, options, process.env))
    })

const examples = `
Files: .graphql and .gql; .ts, .tsx, .js and .jsx (gql and graphql templates, /* GraphQL */ strings); .py; .R, .Rmd and .qmd; .ipynb; and .json
manifests of Apollo, Relay, graphql-codegen and Hive, whose ids work too.
An operation is requested by its id, the SHA-256 of its text as graphql-js prints it: POST /operations/<id>. All are registered, or none where one is wrong.

${settingsHelp(['REGISTRY_URL', 'HUB_DATA_DIR'])}

Examples:
  hub operations register dashboard --owner housing-web --files 'src/**/*.graphql'
  hub operations register notebooks --owner research --files 'notebooks/**/*.ipynb' 'R/*.R'
  hub operations register dashboard --owner housing-web --files persisted-query-manifest.json`
