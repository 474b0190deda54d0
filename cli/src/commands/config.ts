/** `hub config`: the settings of this hub, and what each holds here. */
import { Command } from 'commander'

export const command = (): Command =>
  new Command('config')
    .description('Show every setting: what it is for, its value here, and its default.')
    .option('--json', 'print JSON', false)
    .addHelpText('after', examples)
    .action(async ({ json }: { readonly json: boolean }) => {
      const { showSettings } = await import('../show-settings.ts')
      process.stdout.write(showSettings(process.env, json))
    })

const examples = `
Settings are environment variables. A value that may contain a password is not shown. A name that begins with HUB_ and is
not a setting is reported, with the nearest setting.

Examples:
  hub config
  hub config --json`
