/** `hub help`: the same pages as `--help`, asked for by name. */
import { Command } from 'commander'

export const command = (): Command =>
  new Command('help')
    .argument('[command...]', 'such as import, or bench import')
    .description('Show what a command does and takes.')
    .addHelpText('after', '\nExample:\n  hub help bench import')
    .action((names: string[], _options: unknown, help: Command) => {
      let described = help.parent ?? help
      for (const name of names) {
        const below = described.commands.find((candidate) => candidate.name() === name)
        if (!below) return help.error(`unknown command '${names.join(' ')}'`)
        described = below
      }
      described.outputHelp()
    })
