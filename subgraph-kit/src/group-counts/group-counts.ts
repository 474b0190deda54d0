/**
 * Counts of people by group for a slice that declares them: the table, the loaders and resolvers of its field on Area, the file
 * format and the seed. What stands in the table is protected (disclosure.ts), so whatever is read from it may be shown.
 */
import DataLoader from 'dataloader'
import type { Knex } from 'knex'
import type { Database } from '../database/database.ts'
import type { Dataset } from '../figures/datasets.ts'
import { groupCountsFormat } from './format.ts'
import type { WriteTogether } from './together.ts'
import { seedGroupCounts, type GroupCountsSeed } from './seed.ts'
import { noColumn, readGroupCounts, type GroupCountsShape } from './shape.ts'
import { countedGroups, createGroupCountsStore, toFigures, type GroupCountsRow } from './store.ts'
import { groupBy } from '../figures/profile-loader.ts'
import type { Migration } from '../database/migrations.ts'
import type { RecordsFormat } from '../import/csv-file.ts'
import type { SyntheticCountry } from '../synthetic/country.ts'

/** The loaders of one request; null where nothing is known of the area. */
export interface GroupCountsLoader<Figures> {
  latest(code: string): Promise<readonly Figures[] | null>
  series(code: string, from: number, to: number): Promise<readonly Figures[] | null>
  datasets(): Promise<Dataset[]>
}

/** What the resolvers need of a request. */
export interface GroupCountsContext<Figures> {
  readonly groupCounts: GroupCountsLoader<Figures>
}

export interface GroupCountsDefinition<Group extends string> {
  /** The folder of the slice, and its name. */
  readonly folder: string
  readonly name: string
  /** The field on Area. */
  readonly field: string
  /** Those of the groups that this slice holds. */
  readonly groups: readonly Group[]
  /** Keeps the rows of group ALL; without, another domain does. */
  readonly writeTogether?: WriteTogether
}

/** `Figures` is the type that the slice generates for the figures of one group. */
export function groupCounts<Figures extends { readonly group: string }, Group extends Figures['group']>({
  folder,
  name,
  field,
  groups,
  writeTogether,
}: GroupCountsDefinition<Group>) {
  const shape = readGroupCounts(folder, field, groups)
  return {
    loaders(database: Database): () => GroupCountsContext<Figures> {
      const store = createGroupCountsStore(database, shape)
      return () => ({ groupCounts: createLoader<Figures>(store, shape) })
    },
    counted: countedGroups(shape),
    format: (database: Database): RecordsFormat => groupCountsFormat(database, name, shape, writeTogether),
    /** Replaces the synthetic counts by those of the country. */
    seed: (database: Database, country: SyntheticCountry, seed: GroupCountsSeed<Group>) =>
      seedGroupCounts(database, shape, country, seed),
    /** The resolvers of the field and its run of years. */
    areaResolvers: {
      [field]: (area: { code: string }, _: unknown, { groupCounts: loader }: GroupCountsContext<Figures>) =>
        loader.latest(area.code),
      [`${field}Series`]: (
        area: { code: string },
        { from, to }: { from?: number | null; to?: number | null },
        { groupCounts: loader }: GroupCountsContext<Figures>,
      ) => loader.series(area.code, from ?? 0, to ?? 9999),
    },
  }
}

/** The migration that makes the table. Rows go with their source. */
export function groupCountsMigration(
  name: string,
  table: string,
  columns: Readonly<Record<string, 'integer' | 'real'>>,
): Migration {
  return {
    name,
    async up(knex: Knex) {
      await knex.schema.createTable(table, (made) => {
        made.string('code').notNullable()
        made.string('group_name').notNullable()
        made.integer('period').notNullable()
        made.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE')
        // The province that a municipality lies in, which its code does not tell.
        made.string('part_of')
        made.text('absent')
        for (const [column, type] of Object.entries(columns)) {
          if (type === 'real') made.double(column)
          else made.integer(column)
        }
        made.primary(['code', 'group_name', 'period'])
        made.index(['source_id', 'period', 'code'])
      })
    },
  }
}

/** Adds columns for counts that files did not have so far, and gives groups their new names. */
export function groupCountsChange(
  name: string,
  table: string,
  {
    added,
    renamed = {},
  }: { readonly added: readonly string[]; readonly renamed?: Readonly<Record<string, string>> },
): Migration {
  return {
    name,
    async up(knex: Knex) {
      await knex.schema.alterTable(table, (changed) => {
        for (const column of added) changed.integer(column)
      })
      const lacks = added.map(noColumn).join(' ')
      await knex.raw(`update ${table} set absent = case when absent is null then ? else absent || ? end`, [
        lacks,
        ` ${lacks}`,
      ])
      for (const [former, now] of Object.entries(renamed))
        await knex(table).where('group_name', former).update({ group_name: now })
    },
  }
}

function createLoader<Figures>(
  store: ReturnType<typeof createGroupCountsStore>,
  shape: GroupCountsShape,
): GroupCountsLoader<Figures> {
  async function read(
    rows: readonly GroupCountsRow[],
    order: (a: GroupCountsRow, b: GroupCountsRow) => number,
  ): Promise<ReadonlyMap<string, readonly Figures[]>> {
    const sources = await store.sources(rows.map(({ sourceId }) => sourceId))
    const figuresByCode = new Map<string, Figures[]>()
    for (const [code, own] of groupBy(rows, (row) => row.code)) {
      const groupIndex = ({ groupName }: GroupCountsRow) => shape.groups.indexOf(groupName)
      const ordered = [...own].sort((a, b) => order(a, b) || groupIndex(a) - groupIndex(b))
      // The shape was read from the very declaration that the type is generated from.
      figuresByCode.set(
        code,
        ordered.map((row) => ({ ...toFigures(shape, row), source: sources.get(row.sourceId) }) as Figures),
      )
    }
    return figuresByCode
  }
  const latest = new DataLoader<string, readonly Figures[] | null>(async (codes) => {
    const figuresByCode = await read(await store.latest(codes), () => 0)
    return codes.map((code) => figuresByCode.get(code) ?? null)
  })
  const runs = new DataLoader<{ code: string; from: number; to: number }, readonly Figures[] | null, string>(
    async (keys) => {
      const answers = new Map<string, readonly Figures[]>()
      for (const [span, group] of groupBy(keys, ({ from, to }) => `${String(from)} ${String(to)}`)) {
        const [{ from, to } = { from: 0, to: 0 }] = group
        const codes = group.map(({ code }) => code)
        const rows = await store.series(codes, from, to)
        for (const [code, run] of await read(rows, (a, b) => a.period - b.period))
          answers.set(`${code} ${span}`, run)
      }
      return keys.map(({ code, from, to }) => answers.get(`${code} ${String(from)} ${String(to)}`) ?? null)
    },
    { cacheKeyFn: ({ code, from, to }) => `${code} ${String(from)} ${String(to)}` },
  )
  return {
    latest: (code) => latest.load(code),
    series: (code, from, to) => runs.load({ code, from, to }),
    datasets: () => store.datasets(),
  }
}
