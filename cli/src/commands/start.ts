/** `hub start`: the whole graph, served from this machine. */
import { settingsHelp } from '../settings-help.ts'
import { Command } from 'commander'

export const command = (): Command =>
  new Command('start')
    .description('Serve the graph. The first start makes the embedded synthetic data.')
    .addHelpText('after', examples)
    .action(async () => {
      const { start } = await import('../start.ts')
      await start(process.env)
    })

const examples = `
What is served is printed on stdout in plain words; logs go to stderr, one line of JSON for each request.

${settingsHelp(['serving', 'data', 'access', 'limits', 'LOG_LEVEL'])}

Examples:
  hub start
  PORT=8080 LOG_LEVEL=info hub start`
