/**
 * The command line itself: each usage error is one line on stderr and exit code 2, and every command has a
 * help text that names what it takes.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hubHere } from './hub-here.ts'
import { runHub } from './hub.ts'

const commands = readdirSync(new URL('../src/commands/', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace('.ts', ''))

describe('wrong words get one line on stderr and exit code 2', () => {
  test.each([
    ['a command that does not exist', ['strat']],
    ['a command that does not exist, below another', ['bench', 'exports']],
    ['an option that does not exist', ['start', '--prot', '80']],
    ['a word too many', ['version', 'please']],
    ['no file to import', ['import']],
    ['a year that is none', ['import', '--year', 'MMXX', 'file.csv']],
    ['an area that is none', ['import', '--area', 'Amsterdam', 'cbs:85984NED']],
    ['a date that is none', ['import', '--retrieved', '31-02-2025', 'file.csv']],
    ['a number that is none', ['seed', '--neighbourhoods', 'many']],
    ['a number out of range', ['seed', '--neighbourhoods', '0']],
    ['a release that is no number', ['schema', 'show', 'last']],
    ['no slice to release', ['schema', 'release']],
    ['a slice that does not exist', ['schema', 'check', 'nothing']],
    ['two forms of a report', ['schema', 'check', 'care', '--json', '--annotations']],
    ['no owner of operations', ['operations', 'register', 'app', '--files', 'x.graphql']],
    [
      'operations of no file',
      ['operations', 'register', 'app', '--owner', 'team', '--files', 'nothing-*.graphql'],
    ],
    ['a slice to release that does not exist', ['schema', 'release', 'nothing']],
    ['a file to release that does not exist', ['schema', 'release', 'care', '--schema', '/nothing']],
    ['a commit that is none', ['schema', 'release', 'care', '--git', 'zzz']],
    ['a commit that is not there', ['schema', 'check', 'care', '--base', 'no-such-branch']],
    ['an application that registered nothing', ['operations', 'list', 'nobody']],
    ['an application without a name', ['operations', 'register', '', '--owner', 'team', '--files', '*.json']],
    [
      'an application whose name is long',
      ['operations', 'register', 'x'.repeat(101), '--owner', 'team', '--files', '*.json'],
    ],
    ['a changelog of something', ['schema', 'changelog', 'care']],
    ['an option of a group', ['schema', '--bogus']],
    ['help on what does not exist', ['help', 'strat']],
  ])('%s', async (_, words) => {
    const { code, stdout, stderr } = await hubHere(words)
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
      code: 2,
      stdout: '',
      lines: 1,
    })
    expect(stderr).toMatch(/^hub: .+ See hub( [\w-]+)* --help\.\n$/)
  })

  test('a command that is nearly right is suggested', async () => {
    const { stderr } = await hubHere(['improt'])
    expect(stderr).toContain('Did you mean import?')
  })
})

describe('every command explains itself', () => {
  test.each([[], ...commands.map((name) => [name]), ['bench', 'import'], ['schema', 'release']])(
    'hub %s --help',
    async (...words) => {
      const { code, stdout, stderr } = await hubHere([...words, '--help'])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/^Usage: hub/)
      expect(stdout).toMatch(/Examples?:\n {2}(\w+=\S+ )*hub /)
    },
  )

  test('hub help import says the same as hub import --help', async () => {
    expect(await hubHere(['help', 'import'])).toEqual(await hubHere(['import', '--help']))
  })

  test('hub --version says what hub version does', async () => {
    const [option, command] = await Promise.all([runHub(['--version']), runHub(['version'])])
    expect(option).toEqual(command)
    expect(option).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^hub \d+\.\d+\.\d+, Node \d+/) as string,
    })
  })

  test('in a process of its own it says the same', async () => {
    for (const words of [['strat'], ['import', '--help'], ['schema', 'release', 'nothing']])
      expect(await hubHere(words)).toEqual(await runHub(words))
  })

  test('hub alone shows what there is, every command in a group', async () => {
    const { code, stdout, stderr } = await runHub([])
    expect([code, stderr]).toEqual([0, ''])
    for (const name of commands) expect(stdout).toContain(`\n  ${name}`)
    expect(stdout.match(/^\S.*:$/gm)).toEqual([
      ...[
        'Options:',
        'Serve the graph:',
        'Ask the graph:',
        'Load data:',
        'Change the schema:',
        'Access and its logs:',
        'Other:',
      ],
      'Examples:',
    ])
  })

  test.each(['schema', 'operations', 'audit'])(
    'hub %s alone shows what it has, as its help does',
    async (name) => {
      expect(await hubHere([name])).toEqual(await hubHere([name, '--help']))
    },
  )

  test('a usage error names the page that helps', async () => {
    expect((await hubHere(['schema', 'show', 'last'])).stderr).toMatch(/See hub schema show --help\.\n$/)
    expect((await hubHere(['schema', 'nothing'])).stderr).toMatch(/See hub schema --help\.\n$/)
  })
})
