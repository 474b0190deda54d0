import type { Migration } from '@samenhang/subgraph-kit/migrations'

/** The legal task of each municipality and half-year, as reported: people, not households. Rows go with their source. */
export const statusHolderTasks: Migration = {
  name: '0007-status-holder-tasks',

  async up(knex) {
    await knex.schema.createTable('status_holder_task', (table) => {
      table.string('code').notNullable()
      table.string('half_year').notNullable()
      // Half-years counted, so that the one before is one less.
      table.integer('half').notNullable()
      table.string('country').notNullable()
      table.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE').index()
      table.integer('task').notNullable()
      table.integer('realised').notNullable()
      // Null where the file says nothing of it.
      table.integer('correction')
      // Under 0 where the municipality is ahead.
      table.integer('arrears').notNullable()
      table.primary(['code', 'half'])
    })
    await knex.raw(
      'create index status_holder_task_by_arrears on status_holder_task (country, half, arrears desc, code)',
    )
  },
}
