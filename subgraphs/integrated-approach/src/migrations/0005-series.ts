import type { Migration } from '@samenhang/subgraph-kit/migrations'
import type { Knex } from 'knex'

const parents = ['country', 'province', 'municipality', 'district']
const needNumbers = [
  ...['total_households', 'distinct_least', 'distinct_most', 'homes_let_period', 'homes_let'],
  ...['homes_let_to_focus_groups', 'planned_deliveries', 'planned_deliveries_for_focus_groups'],
  ...['homes_available_per_year', 'homes_for_focus_groups_per_year', 'queue_left'],
]

/** Results by period, which stay where their inputs are gone, and projects as signals are found in them. A refresh is due. */
export const series: Migration = {
  name: '0005-series',

  async up(knex) {
    await knex.schema.createTable('period_run', (table) => {
      table.integer('period').primary()
      // A digest of the inputs of this period; null where they are gone.
      table.string('versions')
      // Names what pressure was measured against: a digest of the means and deviations of the reference period.
      table.string('reference').notNullable()
      // The countries that have results of this period, by spaces.
      table.string('countries').notNullable()
    })
    await createPeriodTable(knex, 'housing_need_period', (table) => {
      for (const column of needNumbers) table.integer(column)
      table.double('years_to_clear')
      table.text('groups').notNullable()
      table.text('competition').notNullable()
      table.text('unavailable').notNullable()
    })
    await knex.raw(
      'create index housing_need_period_by_country on housing_need_period (country, level, period, code)',
    )
    await createPeriodTable(knex, 'pressure_period', (table) => {
      table.integer('inhabitants')
      table.double('score')
      table.text('components').notNullable()
      table.text('basis').notNullable()
      table.text('missing').notNullable()
      table.string('reference').notNullable()
    })
    await knex.schema.createTable('pressure_reference', (table) => {
      // Country and level, as in 'NL00 NEIGHBOURHOOD'.
      table.string('kind').notNullable()
      table.string('indicator').notNullable()
      table.integer('areas').notNullable()
      table.double('mean').notNullable()
      table.double('standard_deviation').notNullable()
      table.primary(['kind', 'indicator'])
    })
    await knex.schema.createTable('signal_project', (table) => {
      table.string('id').primary()
      table.string('country').index()
      table.string('province')
      table.string('municipality').notNullable()
      // As JSON, in the shape of SignalProject.
      table.text('project').notNullable()
    })
    await knex('run').update({ versions: null })
  },
}

async function createPeriodTable(
  knex: Knex,
  name: string,
  columns: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  await knex.schema.createTable(name, (table) => {
    table.string('code').notNullable()
    table.integer('period').notNullable()
    table.string('level').notNullable()
    for (const parent of parents) table.string(parent)
    columns(table)
    // What this row was computed from, and when.
    table.string('versions').notNullable()
    table.string('computed_at').notNullable()
    table.primary(['code', 'period'])
  })
}
