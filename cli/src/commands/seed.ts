/** `hub seed`: the embedded synthetic data, as large as asked for. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type { SeedOptions } from '../seed.ts'

export const command = (): Command =>
  new Command('seed')
    .description(
      'Replace the synthetic data: invented municipalities from GM9001, 2019 to 2024, and people. Imported figures and records stay.',
    )
    .option(
      '--neighbourhoods <number>',
      'how many neighbourhoods to make (1 to 20,000)',
      within(1, 20_000),
      100,
    )
    .option(
      '--people <number>',
      'how many synthetic people to keep records of (0 to 1,000,000)',
      within(0, 1_000_000),
      20_000,
    )
    .option('--seed <number>', 'the same number makes the same country', within(0, 2 ** 31 - 1), 1)
    .addOption(
      new Option('--remove', 'remove the synthetic data instead, figures and people').conflicts([
        'neighbourhoods',
        'people',
        'seed',
      ]),
    )
    .addHelpText('after', '\nExamples:\n  hub seed\n  hub seed --neighbourhoods 14000\n  hub seed --remove')
    .action(async ({ remove, ...options }: SeedOptions & { readonly remove?: true }) => {
      const { removeSeed, seed } = await import('../seed.ts')
      await (remove ? removeSeed(process.env) : seed(options, process.env))
    })

function within(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`)
    }
    return number
  }
}
