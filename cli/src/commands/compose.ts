/** `hub compose`: what the slices of the schema add up to. */
import { Command } from 'commander'
import { CommandRefused } from '../faults.ts'

export const command = (): Command =>
  new Command('compose')
    .description(
      'Compose the slices in subgraphs/*/schema.graphql into schema/supergraph.graphql, schema/api.graphql and\nschema/public.graphql, and write the documents that follow: docs/data-catalogue.md, docs/errors.md and docs/settings.md.',
    )
    .option('--check', 'write nothing; fail where what is committed is stale', false)
    .addHelpText('after', '\nExamples:\n  hub compose\n  hub compose --check')
    .action(async (options: { check: boolean }) => {
      const { composeFiles } = await import('@samenhang/schema/compose')
      const { writeDocuments } = await import('../documents.ts')
      const { problems, changes } = composeFiles(options)
      const faults = problems.length > 0 ? problems : writeDocuments(options)
      if (faults.length > 0) throw new CommandRefused(faults)
      if (options.check) return
      for (const change of changes) process.stdout.write(`${change}\n`)
      process.stdout.write(`hub compose: ${summaryOf(changes)}\n`)
    })

function summaryOf(changes: readonly string[]): string {
  if (changes.length === 0) return 'nothing changed for clients.'
  const count = (sign: string) => changes.filter((line) => line.startsWith(sign)).length
  return `for clients ${count('+')} added, ${count('-')} removed, ${count('~')} changed.`
}
