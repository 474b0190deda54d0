/** `hub explain`: what an operation would take, asked of a hub that runs. */
import { Command, InvalidArgumentError } from 'commander'
import type { ExplainOptions } from '../explain.ts'
import { readUrl } from '../read-url.ts'
import { settingsHelp } from '../settings-help.ts'

export const command = (): Command =>
  new Command('explain')
    .description('Show what an operation would take of a hub that runs, without running it.')
    .argument('<file>', 'a file with one operation; - reads it from stdin')
    .option('--variables <json>', 'its variables, as a JSON object', readVariables)
    .option('--url <url>', 'the hub (default: the one at this machine, at PORT)', readUrl)
    .option('--table', 'explain it as a table', false)
    .option('--header <header...>', 'headers to send, such as a token', [])
    .option('--json', 'print JSON', false)
    .addHelpText('after', examples)
    .action(async (file: string, options: ExplainOptions) => {
      const { explainFile } = await import('../explain.ts')
      process.stdout.write(await explainFile(file, options, process.env))
    })

function readVariables(given: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(given)
  } catch {
    throw new InvalidArgumentError('It must be JSON, such as {"code": "GM9001"}.')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>
  throw new InvalidArgumentError('It must be a JSON object, such as {"code": "GM9001"}.')
}

const examples = `
Nothing is read and nothing is taken from the caller's budget. Numbers are estimates: at most, but for
statements and bytes, which are about.

${settingsHelp(['PORT'])}

Examples:
  hub explain municipality-page.graphql --variables '{"code": "GM9001", "first": 100}'
  hub explain municipality-page.graphql --variables '{"code": "GM9001"}' --table
  hub explain query.graphql --url https://hub.example.nl --header "authorization: Bearer $TOKEN" --json`
