/** `hub refresh`: recomputes the results that follow from the graph. */
import { Command, InvalidArgumentError } from 'commander'

export const command = (): Command =>
  new Command('refresh')
    .description(
      'Recompute the results that follow from the graph, such as rankings, if their inputs have changed.\nAn import and a seed do this when they end. If a domain does not answer, the old results stay.',
    )
    .option('--graph <url>', 'the graph to read, of a hub that runs; by default the databases here', graphUrl)
    .addHelpText('after', '\nExamples:\n  hub refresh\n  hub refresh --graph http://127.0.0.1:4000/graphql')
    .action(async (options: { graph?: URL }) => {
      // A hub that started it and is gone needs no results.
      process.once('disconnect', () => process.exit(1))
      process.channel?.unref()
      const { refresh } = await import('../refresh.ts')
      await refresh(options, process.env)
    })

function graphUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError('Expected a URL such as http://127.0.0.1:4000/graphql.')
  }
  return url
}
