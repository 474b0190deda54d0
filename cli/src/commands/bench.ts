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
    .addCommand(benchBusy())
    .addCommand(benchCheck())
    .addCommand(benchReleases())
    .addCommand(benchTables())
    .addCommand(benchFairShare())
    .addCommand(benchMeasures())
    .addCommand(benchScenario())

const benchImport = (): Command =>
  new Command('import')
    .description(
      'Import a whole invented country of 18,310 rows by 118 columns, as CSV and as XLSX; the limit is 10 s and 300 MB.',
    )
    .option('--municipalities <number>', 'a smaller country, to try the bench itself', upTo342, 342)
    .option('--json', 'print one line of JSON', false)
    .addHelpText('after', '\nExamples:\n  hub bench import\n  hub bench import --json')
    // Its parent has a `--json` too, and takes it first.
    .action(async (_options: unknown, benchImport: Command) => {
      const { measureImport } = await import('../bench/import.ts')
      await measureImport(benchImport.optsWithGlobals<ImportBenchOptions>())
    })

const benchBusy = (): Command =>
  new Command('busy')
    .description(
      'Measure what others notice while six callers ask for large answers, by one worker and by several.',
    )
    .option('--json [file]', 'write every figure to this file')
    .addHelpText('after', '\nExample:\n  hub bench busy')
    .action(async (_options: unknown, benchBusy: Command) => {
      const { measureBusy } = await import('../bench/peers.ts')
      await measureBusy(benchBusy.optsWithGlobals<PeersBenchOptions>())
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

const benchReleases = (): Command =>
  new Command('releases')
    .description(
      'Measure what clients notice while a slice is released thirty times in a minute and rolled back: failures, and the p99.',
    )
    .option('--json [file]', 'write every figure to this file')
    .addHelpText('after', '\nExample:\n  hub bench releases')
    .action(async (_options: unknown, benchReleases: Command) => {
      const { measureReleases } = await import('../bench/peers.ts')
      await measureReleases(benchReleases.optsWithGlobals<PeersBenchOptions>())
    })

const benchTables = (): Command =>
  new Command('tables')
    .description(
      'Measure whole tables of 14,000 neighbourhoods in each format, one of 5,000,000 cells, and the same by pages through another gateway.',
    )
    .option('--json [file]', 'write every figure to this file')
    .addHelpText('after', '\nExample:\n  hub bench tables')
    .action(async (_options: unknown, benchTables: Command) => {
      const { measureTables } = await import('../bench/peers.ts')
      await measureTables(benchTables.optsWithGlobals<PeersBenchOptions>())
    })

const benchFairShare = (): Command =>
  new Command('fair-share')
    .description('Measure how long the fair shares of a whole country take; the limit is 50 ms.')
    .option('--json [file]', 'write every figure to this file')
    .addHelpText('after', '\nExample:\n  hub bench fair-share')
    .action(async (_options: unknown, benchFairShare: Command) => {
      const { measureFairShare } = await import('../bench/peers.ts')
      await measureFairShare(benchFairShare.optsWithGlobals<PeersBenchOptions>())
    })

const benchMeasures = (): Command =>
  new Command('measures')
    .description(
      'Measure areasWhere, distribution, relation and similarAreas over 14,000 areas; the longest block may be 50 ms.',
    )
    .option('--json [file]', 'write every figure to this file')
    .addHelpText('after', '\nExample:\n  hub bench measures')
    .action(async (_options: unknown, benchMeasures: Command) => {
      const { measureMeasures } = await import('../bench/peers.ts')
      await measureMeasures(benchMeasures.optsWithGlobals<PeersBenchOptions>())
    })

const benchScenario = (): Command =>
  new Command('scenario')
    .description('Measure how long a scenario of a municipality or a region takes; the limit is 20 ms.')
    .option('--json [file]', 'write every figure to this file')
    .addHelpText('after', '\nExample:\n  hub bench scenario')
    .action(async (_options: unknown, benchScenario: Command) => {
      const { measureScenario } = await import('../bench/peers.ts')
      await measureScenario(benchScenario.optsWithGlobals<PeersBenchOptions>())
    })

function upTo342(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > 342) {
    throw new InvalidArgumentError('Expected a whole number from 1 to 342.')
  }
  return number
}
