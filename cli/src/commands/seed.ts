/** `hub seed`: the embedded synthetic data, as large as asked for. */
import { Command, InvalidArgumentError } from 'commander'

export const command = (): Command =>
  new Command('seed')
    .description(
      'Replace the synthetic data: invented municipalities from GM9001, 2019 to 2024. Imported figures stay.',
    )
    .option(
      '--neighbourhoods <number>',
      'how many neighbourhoods to make (1 to 40,000)',
      within(1, 20_000),
      100,
    )
    .option('--seed <number>', 'the same number makes the same country', within(0, 2 ** 31 - 1), 1)
    .addHelpText('after', '\nExamples:\n  hub seed\n  hub seed --neighbourhoods 14000')
    .action(async (options: { neighbourhoods: number; seed: number }) => {
      const { seed } = await import('../seed.ts')
      await seed(options, process.env)
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
