/** `hub new-subgraph`: a folder for a new domain. */
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError } from 'commander'
import { faultOfName, faultOfTitle } from '../new-subgraph/names.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

export const command = (): Command =>
  new Command('new-subgraph')
    .description(
      'Make the folder of a new domain: a subgraph with one example indicator, synthetic figures and tests,\nin subgraphs/<name>, composed with the others.',
    )
    .argument(
      '<name>',
      'its name: lower-case words with hyphens between them, such as public-transport',
      checked(faultOfName),
    )
    .option(
      '--title <title>',
      'its name in sentences and documents; made from <name> by default',
      checked(faultOfTitle),
    )
    .addHelpText('after', '\nExample:\n  hub new-subgraph safety --title "Safety"')
    .action(async (name: string, { title }: { readonly title?: string }) => {
      const { createSubgraphFolder } = await import('../new-subgraph/new-subgraph.ts')
      const folder = await createSubgraphFolder(repository, { name, title })
      process.stdout.write(
        [
          `hub new-subgraph: ${folder} is there, with an example indicator, synthetic figures and tests.`,
          `  Replace the indicator "registrations" in ${folder}/schema.graphql by your first figure.`,
          '  Then: npm run compose, npm run codegen, npm run seed, npm test, npm run check.',
          `  CODEOWNERS gives the folder to @samenhang/${name}. Commit package-lock.json, CODEOWNERS and what was composed with it.`,
          '',
        ].join('\n'),
      )
    })

function checked(faultOf: (text: string) => string | null): (text: string) => string {
  return (text) => {
    const fault = faultOf(text)
    if (fault !== null) throw new InvalidArgumentError(fault)
    return text
  }
}
