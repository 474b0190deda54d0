/** `hub schema release`: a slice, released. */
import { Command, InvalidArgumentError } from 'commander'
import { orUsageError } from '../../usage-error.ts'
import type { ReleaseOptions } from '../../schema/release.ts'
import { settingsHelp } from '../../settings-help.ts'

export const schemaRelease = (): Command =>
  new Command('release')
    .description(
      'Release a slice: check it, compose it with the rest as released, try the result, store it as a numbered, signed release.',
    )
    .argument('<slice>', 'the subgraph whose slice it is, such as care')
    .option('--no-changelog', 'leave schema/CHANGELOG.md of this tree as it is')
    .option('--git <sha>', 'the commit that it comes from (default: that of the working tree)', commit)
    .option(
      '--preview',
      'check, sign and store it as a preview, which only tokens with its scope may query',
      false,
    )
    .option('--schema <file>', 'the slice (default: subgraphs/<slice>/schema.graphql)')
    .option('--token <token>', 'who releases (default: HUB_RELEASE_TOKEN)')
    .addHelpText('after', examples)
    .action(async (slice: string, options: ReleaseOptions, made: Command) => {
      const { release } = await import('../../schema/release.ts')
      await orUsageError(made, release(slice, options, process.env))
    })

function commit(given: string): string {
  if (/^[0-9a-f]{4,64}$/i.test(given)) return given.toLowerCase()
  throw new InvalidArgumentError('It must be the SHA of a commit, such as 4f2a91c.')
}

const examples = `
A token needs the scope schema:release:<slice>. In demo mode whoever owns the registry's file needs none.
A preview is answered to requests with x-hub-release: <its number> and a token of that scope, and to nobody else.

The entry of the release in schema/CHANGELOG.md is written where the slice is one of a working tree; a preview has none.

${settingsHelp(['REGISTRY_URL', 'HUB_RELEASE_TOKEN', 'HUB_DATA_DIR', 'HUB_KEYS_DIR'])}

Examples:
  hub schema release care
  hub schema release care --git 4f2a91c --preview
  HUB_RELEASE_TOKEN=$(npx hub token --role domain-team --release care) npx hub schema release care`
