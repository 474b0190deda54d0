/** Writes the invented supply of homes: allocations by year, grants, projects and tasks, each replacing those of an earlier seed and no others. */
import type { Knex } from 'knex'
import type { Database } from '@samenhang/subgraph-kit/database'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { insertSource } from '@samenhang/subgraph-kit/source'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { writeAllocations } from './allocations.ts'
import { writeGrants } from './grants.ts'
import { writeOverlaps } from './overlap.ts'
import { writeProjects } from './projects.ts'
import { allocationsIn } from './seed-allocations.ts'
import { inventGrants } from './seed-grants.ts'
import { protectedOverlapsIn } from './seed-overlap.ts'
import { inventProjects } from './seed-projects.ts'
import { inventTasks } from './seed-status-holder-tasks.ts'
import { writeTasks } from './status-holder-tasks-format.ts'

const tables = [
  'allocation',
  'municipal_grant',
  'housing_project',
  'focus_group_overlap',
  'status_holder_task',
]

export async function seedSupply(database: Database, country: SyntheticCountry): Promise<void> {
  await database.transact(async (transaction) => {
    for (const table of tables) {
      const seeded = transaction(table).distinct('source_id')
      await transaction('source').where('synthetic', true).whereIn('id', seeded).delete()
    }
    for (const period of country.periods) {
      const homes = allocationsIn(country, period)
      const sourceId = await sourceOf(transaction, country, 'allocations', period, homes.size)
      await writeAllocations(transaction, database, homes, { period, sourceId, conflict: 'keep' })
      const overlaps = protectedOverlapsIn(country, period)
      const overlapSource = await sourceOf(
        transaction,
        country,
        'focus-group-overlap',
        period,
        overlaps.length,
      )
      await writeOverlaps(transaction, database, overlaps, {
        period,
        sourceId: overlapSource,
        conflict: 'keep',
      })
    }
    for (const [year, grants] of groupBy(inventGrants(country), (grant) => grant.year)) {
      const sourceId = await sourceOf(transaction, country, 'grants', year, grants.length)
      await writeGrants(transaction, database, grants, sourceId, 'keep')
    }
    for (const [year, tasks] of groupBy(inventTasks(country), (task) => Number(task.half_year.slice(0, 4)))) {
      const sourceId = await sourceOf(transaction, country, 'status-holder-tasks', year, tasks.length)
      await writeTasks(transaction, database, tasks, { sourceId, conflict: 'keep' })
    }
    const imported = new Set(await transaction('housing_project').pluck<string[]>('id'))
    const projects = inventProjects(country).filter(({ id }) => !imported.has(id))
    if (projects.length === 0) return
    const newest = country.periods.at(-1) ?? 0
    const sourceId = await sourceOf(transaction, country, 'housing-projects', newest, projects.length)
    await writeProjects(transaction, database, projects, sourceId)
  })
}

function sourceOf(
  transaction: Knex.Transaction,
  country: SyntheticCountry,
  table: string,
  period: number,
  areas: number,
): Promise<number> {
  return insertSource(transaction, {
    ...country.source,
    period,
    synthetic: true,
    digest: `${country.source.table} ${table} ${String(period)}`,
    fields: [],
    areas,
  })
}
