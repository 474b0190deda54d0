/** `hub token`: a token of the demo, to try the graph as one who may see persons. */
import { settingsHelp } from '../settings-help.ts'
import { Command, Option } from 'commander'

interface Options {
  readonly role: string
  readonly purpose: readonly string[]
  readonly actor?: string
  readonly release: readonly string[]
}

export const command = (): Command =>
  new Command('token')
    .description('Print a token for the demo: who asks, and what for. Not in production mode.')
    .addOption(
      new Option('--role <role>', 'whose scopes it has')
        .choices(['front-end', 'caseworker', 'citizen', 'data-scientist', 'domain-team', 'auditor'])
        .makeOptionMandatory(),
    )
    .option('--purpose <purpose...>', 'the processing activities that it may be used for', [])
    .option('--actor <id>', 'the id of the caller (default: the role and -1, such as caseworker-1)')
    .option('--release <slice...>', 'the slices that it may release, for the role domain-team', [])
    .addHelpText('after', examples)
    .action(async (options: Options) => {
      const { printToken } = await import('../token.ts')
      await printToken(options, process.env)
    })

const examples = `
The public needs no token. A request then says its purpose too, in the header X-Hub-Purpose.

${settingsHelp(['HUB_DATA_DIR', 'HUB_KEYS_DIR', 'HUB_REGISTER'])}

Examples:
  hub token --role caseworker --purpose wmo-intake
  hub token --role citizen --purpose access-own-data
  hub token --role domain-team --release care
  TOKEN=$(npx hub token --role caseworker --purpose wmo-intake)
  curl -H "authorization: Bearer $TOKEN" -H 'x-hub-purpose: wmo-intake' -H 'content-type: application/json' \\
    -d '{"query":"{ caseload(first: 1) { nodes { id birthYear } } }"}' http://127.0.0.1:4000/graphql`
