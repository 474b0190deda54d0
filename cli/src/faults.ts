/**
 * How the command line reports a failure: always in one line on stderr.
 * Errors written for people are printed as they are; all others are reported as faults of the hub, with a stack only if HUB_DEBUG=1.
 */

/** Recognised by name, so that reporting an error loads no module. */
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
