/** `hub gateway`: the query engine over any supergraph, its subgraphs being where the supergraph says. */
import { Command, Option } from 'commander'
import { readPort } from '../read-port.ts'

interface Options {
  readonly supergraph: string
  readonly port: number
  readonly executor: 'engine' | 'apollo' | 'stock'
}

export const command = (): Command =>
  new Command('gateway')
    .description('Serve another supergraph: to try the engine under any federation suite.')
    .requiredOption('--supergraph <file>', 'the composed supergraph')
    .option('--port <number>', 'where to listen', readPort, 4000)
    .addOption(
      new Option('--executor <name>', 'what runs query plans; stock is the former name of apollo')
        .choices(['engine', 'apollo', 'stock'])
        .default('engine'),
    )
    .addHelpText(
      'after',
      `
Every caller is the public: what has an access rule is refused. For callers with tokens, set HUB_TOKEN_ISSUER, HUB_TOKEN_AUDIENCE
and HUB_TOKEN_KEYS as for hub start, and HUB_REGISTER to a register of processing activities of that graph.
Probes and metrics have a port where HUB_ADMIN_PORT is set.

Example:
  hub gateway --supergraph supergraph.graphql --port 4100`,
    )
    .action(async ({ supergraph, port, executor }: Options) => {
      const { serveSupergraph } = await import('../gateway.ts')
      const url = await serveSupergraph(
        { file: supergraph, port, executor: executor === 'stock' ? 'apollo' : executor },
        process.env,
      )
      process.stdout.write(`The graph of ${supergraph} is at ${url}/graphql\n`)
    })
