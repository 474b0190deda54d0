/** `hub schema`: releases of the graph. */
import { Command } from 'commander'
import { schemaChangelog } from './schema/changelog.ts'
import { schemaCheck } from './schema/check.ts'
import { schemaDiff } from './schema/diff.ts'
import { schemaList } from './schema/list.ts'
import { schemaRelease } from './schema/release.ts'
import { schemaRollback } from './schema/rollback.ts'
import { schemaUsage } from './schema/usage.ts'
import { schemaShow } from './schema/show.ts'

export const command = (): Command =>
  new Command('schema')
    .description(
      'Check a slice of the schema, release it, go back to an earlier release, and look at releases and at who uses what.',
    )
    .addHelpText(
      'after',
      '\nGateways follow what is released within seconds, without a restart.' +
        '\n\nExamples:\n  hub schema check care\n  hub schema release care\n  hub schema list\n  hub schema rollback',
    )
    .addCommand(schemaCheck())
    .addCommand(schemaRelease())
    .addCommand(schemaRollback())
    .addCommand(schemaList())
    .addCommand(schemaShow())
    .addCommand(schemaDiff())
    .addCommand(schemaChangelog())
    .addCommand(schemaUsage())
