/**
 * Mends rows of before, where a forced import left figures of an older one standing under its own source. Such a figure came from an
 * import before it that had the column: where there was one only, the row becomes one of parts; where several may have given it, nothing
 * tells which, and a figure of unknown source is none: it is removed, to come back with its file.
 */
import type { Knex } from 'knex'
import type { Indicator, Profile } from './indicator.ts'
import type { Migration } from '../database/migrations.ts'
import { mergedSource, sourcesIn, type Source } from './source.ts'

export function mixedRows(profiles: readonly Profile[]): Migration {
  return {
    name: 'rows of one import',
    async up(knex) {
      const ids = await knex('source').where('synthetic', false).orderBy('id').pluck<number[]>('id')
      const sources = await sourcesIn(knex, ids)
      for (const profile of profiles) {
        for (const source of sources.values()) await mend(knex, profile, source, sources)
      }
    },
  }
}

async function mend(
  knex: Knex,
  { table, indicators }: Profile,
  source: Source,
  sources: ReadonlyMap<number, Source>,
): Promise<void> {
  const bySource = new Map<number, Indicator[]>()
  for (const indicator of indicators.filter(({ field }) => !source.fields.has(field))) {
    const rows = () => knex(table).where('source_id', source.id).whereNotNull(indicator.column)
    if (!(await rows().first('code'))) continue
    const [origin, ...others] = [...sources.values()].filter(
      ({ id, period, fields }) => id < source.id && period === source.period && fields.has(indicator.field),
    )
    if (origin && others.length === 0)
      bySource.set(origin.id, [...(bySource.get(origin.id) ?? []), indicator])
    else await rows().update({ [indicator.column]: null })
  }
  if (bySource.size === 0) return
  const own = indicators.map(({ field }) => field).filter((field) => source.fields.has(field))
  const parts = [...bySource].map(([id, some]) => ({ id, fields: some.map(({ field }) => field) }))
  const merged = await mergedSource(knex, [{ id: source.id, fields: own }, ...parts], sources)
  await knex(table)
    .where('source_id', source.id)
    .where((any) => {
      for (const { column } of [...bySource.values()].flat()) void any.orWhereNotNull(column)
    })
    .update({ source_id: merged })
}
