/**
 * How the command line tells that something went wrong: one line on stderr, always.
 * Errors made for people are told in their own words; the rest are ours and say so, the stack only with HUB_DEBUG=1.
 */

/** Known by name, so that telling a fault loads nothing. */
const madeForPeople: ReadonlySet<string> = new Set([
  'ConfigError',
  'HubError',
  'ImportRefused',
  'CommandRefused',
])

/** A command that cannot be done as asked: what is wrong and what to do, one line for each problem. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'

  constructor(readonly problems: readonly string[]) {
    super(problems.join(' '))
  }
}

/** The line for an error, without the command's name before it. */
export function lineFor(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const said = inOneLine(message)
  if (madeForPeople.has(name)) return said
  return `${said || name} (this is a fault of the hub; HUB_DEBUG=1 shows where)`
}

export function reportFault(command: string, error: unknown): void {
  const lines = error instanceof CommandRefused ? error.problems.map(inOneLine) : [lineFor(error)]
  for (const line of lines) process.stderr.write(`${command}: ${line}\n`)
  if (process.env['HUB_DEBUG'] === '1' && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`)
}

function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ')
}
