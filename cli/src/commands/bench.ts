/** `hub bench`: the hub's promises about speed, measured on this machine. */
import { Command, InvalidArgumentError } from 'commander'
import type { CheckBenchOptions } from '../bench/check.ts'
import type { ImportBenchOptions } from '../bench/import.ts'
import type { PeersBenchOptions } from '../bench/peers.ts'

export const command = (): Command =>
  new Command('bench')
    .description('Measure the hub against other gateways and the limit of this machine: about 15 minutes.')
    .option('--quick', 'fewer and shorter rounds, four minutes at most', false)
    .option('--json [file]', 'write every figure to this file')
    .option('--only <set-ups>', 'only these beside the limit, such as server,apollo')
    .addHelpText(
      'after',
      '\nA slow machine is not an error: read the figures. They are printed on stdout; those of a full run go to docs/benchmarks.md.' +
        '\nWhat it measures against is installed in test/bench, at the first run.' +
        '\n\nExamples:\n  hub bench --quick\n  hub bench --json figures.json\n  hub bench import\n  hub bench busy\n  hub bench check\n  hub bench tables',
    )
    .action(async (options: PeersBenchOptions, bench: Command) => {
      if (options.json === true) bench.error('--json needs a file')
      const { measurePeers } = await import('../bench/peers.ts')
      await measurePeers(options)
    })
    .addCommand(benchImport())
    .addCommand(
      benchOf(
        'busy',
        'Measure what others notice while six callers ask for large answers, by one worker and by several.',
      ),
    )
    .addCommand(benchCheck())
    .addCommand(
      benchOf(
        'releases',
        'Measure what clients notice while a slice is released thirty times in a minute and rolled back: failures, and the p99.',
      ),
    )
    .addCommand(
      benchOf(
        'tables',
        'Measure whole tables of 14,000 neighbourhoods in each format, one of 5,000,000 cells, and the same by pages through another gateway.',
      ),
    )
    .addCommand(
      benchOf('fair-share', 'Measure how long the fair shares of a whole country take; the limit is 50 ms.'),
    )
    .addCommand(
      benchOf(
        'measures',
        'Measure areasWhere, distribution, relation and similarAreas over 14,000 areas; the longest block may be 50 ms.',
      ),
    )
    .addCommand(
      benchOf(
        'sources',
        'Measure what a neighbourhood costs over all domains and sources, beside as many figures of the key figures alone; the limit is 1.3 times the processor time.',
      ),
    )
    .addCommand(
      benchOf(
        'scenario',
        'Measure how long a scenario of a municipality or a region takes; the limit is 20 ms.',
      ),
    )

/** One that test/bench has a file for, of this name. */
const benchOf = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .option('--json [file]', 'write every figure to this file')
    .addHelpText('after', `\nExample:\n  hub bench ${name}`)
    // Its parent has a `--json` too, and takes it first.
    .action(async (_options: unknown, bench: Command) => {
      const { measure } = await import('../bench/peers.ts')
      await measure(name, bench.optsWithGlobals<PeersBenchOptions>())
    })

const benchImport = (): Command =>
  new Command('import')
    .description(
      'Import a whole invented country of 18,310 rows by 118 columns, as CSV and as XLSX; the limit is 10 s and 300 MB.',
    )
    .option('--municipalities <number>', 'a smaller country, to try the bench itself', upTo342, 342)
    .option(
      '--tables',
      'a table of each other source in its place, as CSV; at least 200,000 cells a second and at most 300 MB',
      false,
    )
    .option('--json', 'print one line of JSON', false)
    .addHelpText('after', '\nExamples:\n  hub bench import\n  hub bench import --tables --json')
    // Its parent has a `--json` too, and takes it first.
    .action(async (_options: unknown, benchImport: Command) => {
      const { measureImport } = await import('../bench/import.ts')
      await measureImport(benchImport.optsWithGlobals<ImportBenchOptions>())
    })

const benchCheck = (): Command =>
  new Command('check')
    .description('Check a slice against 500 registered operations; the limit is 3 s.')
    .option('--operations <number>', 'how many operations', upTo5000, 500)
    .option('--json', 'print one line of JSON', false)
    .addHelpText('after', '\nExamples:\n  hub bench check\n  hub bench check --operations 2000 --json')
    .action(async (_options: unknown, benchCheck: Command) => {
      const { measureCheck } = await import('../bench/check.ts')
      await measureCheck(benchCheck.optsWithGlobals<CheckBenchOptions>())
    })

function upTo5000(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > 5_000) {
    throw new InvalidArgumentError('Expected a whole number from 1 to 5,000.')
  }
  return number
}

function upTo342(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > 342) {
    throw new InvalidArgumentError('Expected a whole number from 1 to 342.')
  }
  return number
}
