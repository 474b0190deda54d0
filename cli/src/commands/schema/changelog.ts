/** `hub schema changelog`: what releases changed, for people. */
import { Command } from 'commander'
import { settingsHelp } from '../../settings-help.ts'

export const schemaChangelog = (): Command =>
  new Command('changelog')
    .description(
      'Print what each release added, changed, deprecated and removed, as Markdown, the newest first.',
    )
    .addHelpText(
      'after',
      '\nhub schema release writes the same into schema/CHANGELOG.md of the tree that it is made in.' +
        `\n\n${settingsHelp(['REGISTRY_URL', 'HUB_DATA_DIR'])}\n\nExamples:\n  hub schema changelog\n  hub schema changelog > CHANGES.md`,
    )
    .action(async () => {
      const { printChangelog } = await import('../../schema/changelog.ts')
      await printChangelog(process.env)
    })
