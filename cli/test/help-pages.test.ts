/** Each page of the help against the parser: it describes every option and argument, and what it gives as an example is accepted as it stands. */
import type { Command } from 'commander'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandLine } from '../src/main.ts'

/** Every command below this one, and itself. */
function pages(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(pages)]
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}

/** The page as it is printed, with what stands after the options. */
function pageOf(command: Command): string {
  let text = ''
  command.configureOutput({ writeOut: (part) => (text += part) })
  command.outputHelp()
  return text
}

/** The words of each line of a page that can be typed. */
function examplesIn(page: string): readonly (readonly string[])[] {
  const lines = page.matchAll(/^ {2}(?:\w+=(?:\$\([^)]*\)|[^\s$]\S*) )*hub (\S.*)$/gm)
  return [...lines].map(([, typed = '']) =>
    [...typed.replace(/ [|>#].*$/, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
      ([, double, single, plain]) => double ?? single ?? plain ?? '',
    ),
  )
}

/** The command line, of which nothing is done. */
async function idle(done: string[]): Promise<Command> {
  const program = await commandLine()
  for (const command of pages(program))
    if (command.commands.length === 0 || command.name() === 'bench')
      command.action(() => void done.push(pathOf(command)))
  return program
}

let all: readonly Command[]
beforeAll(async () => {
  all = pages(await commandLine())
})

describe('a page of the help', () => {
  test('describes every option and argument that the parser takes', () => {
    for (const command of all) {
      for (const { flags, description } of command.options)
        expect([pathOf(command), flags, description]).not.toContain('')
      for (const argument of command.registeredArguments)
        expect([pathOf(command), argument.name(), argument.description]).not.toContain('')
    }
  })

  test('has examples that the parser takes as they stand, and that are of that command', async () => {
    let checked = 0
    for (const command of all)
      for (const words of examplesIn(pageOf(command))) {
        const done: string[] = []
        const program = await idle(done)
        for (const one of pages(program)) one.configureOutput({ writeOut: () => undefined })
        await expect(program.parseAsync(words, { from: 'user' }), words.join(' ')).resolves.toBeDefined()
        expect(done).toHaveLength(1)
        if (command.parent) expect(done[0]).toContain(pathOf(command))
        checked += 1
      }
    expect(checked).toBeGreaterThan(30)
  })

  test('names no option that the parser of its command, or of one that it names, does not take', () => {
    const known = new Set(all.flatMap(({ options }) => options.flatMap(({ long, short }) => [long, short])))
    for (const command of all)
      for (const [option] of pageOf(command).matchAll(/(?<![\w-])--[a-z][\w-]*/g))
        expect(known.has(option) || option === '--help', `${pathOf(command)} names ${option}`).toBe(true)
  })
})
