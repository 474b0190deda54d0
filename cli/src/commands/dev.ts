/** `hub dev`: one subgraph from source, in the graph. */
import { Command, InvalidArgumentError } from 'commander'
import { readPort } from '../read-port.ts'
import { readUrl } from '../read-url.ts'
import type { DevOptions } from '../dev/dev.ts'
import { settingsHelp } from '../settings-help.ts'

export const command = (): Command =>
  new Command('dev')
    .description(
      'Serve the graph with one subgraph from source: what is saved is composed and served at once.',
    )
    .argument('<subgraph>', 'the subgraph to work on, such as care')
    .option('--port <number>', 'where to listen; 0 takes a free one (default: PORT, else 4000)', readPort)
    .option(
      '--base <url>',
      'the hub whose release it is composed with (default: that of the registry)',
      readUrl,
    )
    .option('--token <token>', 'a token of that hub with the scope schema:read (default: HUB_RELEASE_TOKEN)')
    .addHelpText('after', examples)
    .action(async (name: string, options: DevOptions, command: Command) => {
      const { dev } = await import('../dev/dev.ts')
      try {
        await dev(name, options, process.env)
      } catch (error) {
        if (error instanceof InvalidArgumentError) return command.error(error.message)
        throw error
      }
    })

const examples = `
The slice subgraphs/<subgraph>/schema.graphql is composed with those of the others as they are released, or where nothing was
released as they stand in the working tree. The others run in this process, or where SUBGRAPH_URL_<SUBGRAPH> says. A save of the
slice replaces the graph, a save in subgraphs/<subgraph>/src only the process of the subgraph. What cannot be composed or run
is reported with file and line, and what was served last stays. Nothing is released, and no file is written but those in the data folder.
Probes and metrics have a port where HUB_ADMIN_PORT is set.

${settingsHelp(['PORT', 'HOST', 'HUB_ALLOWED_ORIGINS', 'HUB_OPERATIONS_DIR', 'HUB_RELEASE_TOKEN', 'HUB_KEYS_DIR', 'data', 'LOG_LEVEL'])}

Examples:
  hub dev care
  hub dev care --port 4200
  hub dev care --base https://hub.example.nl --token $TOKEN`
