/**
 * The `hub` command. Every file in commands/ is one subcommand and loads what it calls only when it is chosen,
 * so `--help` and a second start stay quick. Gives the exit code: 0 done, 1 a failure or a refusal, 2 a usage error.
 */
import { readdirSync } from 'node:fs'
import { keepPrivate } from '@samenhang/subgraph-kit/private-files'
import { Command, CommanderError, Help, type Option } from 'commander'
import { byGroup, groupOf } from './command-groups.ts'
import { reportFault } from './faults.ts'
import { writeUsageAtExit } from './usage.ts'
import { versionLine } from './version.ts'

/** What a file in commands/ exports. */
export interface CommandFile {
  readonly command: () => Command
}

export async function main(args: readonly string[]): Promise<number> {
  writeUsageAtExit(process.env)
  process.stdout.on('error', goOnWithoutReader)
  const program = await commandLine()
  let chosen = 'hub'
  program.hook('preAction', (_, action) => {
    chosen = pathOf(action)
    // What is composed is for everyone to read; all else that commands make is not.
    if (action.name() !== 'compose') keepPrivate()
  })
  process.on('uncaughtException', (error) => {
    reportFault(chosen, error)
    process.exit(1)
  })
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' })
    return 0
  } catch (error) {
    // A command of several was named alone: its help is shown, as that of `hub` alone.
    if (error instanceof CommanderError)
      return error.exitCode === 0 || error.code === 'commander.help' ? 0 : 2
    reportFault(chosen, error)
    return 1
  }
}

/** The command with all its subcommands. */
export async function commandLine(): Promise<Command> {
  const program: Command = new Command('hub')
    .description('Samenhang: one graph over the Dutch social domain.')
    .addHelpText('after', '\nExamples:\n  hub start\n  hub import kwb-2024.csv\n  hub help import')
    .configureOutput({
      writeErr: (text) => process.stdout.write(text),
      outputError: (text) => tellUsageError(text, program),
    })
    .configureHelp({ optionDescription: describeOption })
    .version(versionLine())
    .helpCommand(false)
  program.exitOverride().showSuggestionAfterError().allowExcessArguments(false)
  const folder = new URL('commands/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  const commands = await Promise.all(
    // In this form, which esbuild reads, they are in the bundle of bin/sources.js.
    files.sort().map(async (file) => (await import(`./commands/${file.slice(0, -3)}.ts`)) as CommandFile),
  )
  const made = commands.map(({ command }) => command())
  for (const command of made.sort((one, other) => byGroup(one.name(), other.name()))) {
    const group = groupOf(command.name())
    program.addCommand(inherit(group === undefined ? command : command.helpGroup(group), program))
  }
  return program
}

/** That an option is not given unless it is goes without saying. */
function describeOption(option: Option): string {
  const { argChoices, description } = option
  const defaultValue: unknown = option.defaultValue
  const isNothing = defaultValue === false || (Array.isArray(defaultValue) && defaultValue.length === 0)
  return isNothing && !argChoices ? description : new Help().optionDescription(option)
}

/** A subcommand made elsewhere takes on how the program speaks and exits. */
function inherit(command: Command, from: Command): Command {
  command
    .copyInheritedSettings(from)
    .configureOutput({ outputError: (text) => tellUsageError(text, command) })
  for (const below of command.commands) inherit(below, command)
  return command
}

function tellUsageError(text: string, command: Command): void {
  process.stderr.write(`hub: ${inOneLine(text)} See ${pathOf(command)} --help.\n`)
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}

function inOneLine(text: string): string {
  const said = text
    .replace(/^error: /, '')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
  return said.endsWith('.') || said.endsWith(')') || said.endsWith('?') ? said : `${said}.`
}

/** A reader who left, as `head` does, ends neither a server nor an import. */
function goOnWithoutReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
