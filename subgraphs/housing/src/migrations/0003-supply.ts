import type { Migration } from '@samenhang/subgraph-kit/migrations'

/**
 * Supply for focus groups: homes let by area, year and group; grants by municipality; projects and the areas each lies in.
 * Rows go with their source, so a new seed finds none of the one before.
 */
export const supply: Migration = {
  name: '0003-supply',

  async up(knex) {
    await knex.schema.createTable('allocation', (table) => {
      table.string('code').notNullable()
      table.integer('period').notNullable()
      table.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE').index()
      // Homes, rounded; null where withheld.
      table.integer('total')
      table.integer('homeless')
      table.integer('urgent_home_seekers')
      table.integer('caravan_dwellers')
      table.integer('leaving_institutions')
      table.integer('older_people')
      table.integer('people_with_disabilities')
      table.integer('students')
      table.integer('labour_migrants')
      table.integer('status_holders')
      table.integer('no_group')
      table.primary(['code', 'period'])
      table.index(['period'])
    })
    await knex.schema.createTable('municipal_grant', (table) => {
      table.string('code').notNullable()
      table.integer('year').notNullable()
      table.string('scheme').notNullable()
      table.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE').index()
      table.integer('euro').notNullable()
      table.integer('homes_to_accelerate')
      table.integer('homes_delivered')
      table.primary(['code', 'year', 'scheme'])
    })
    await knex.schema.createTable('housing_project', (table) => {
      table.string('id').primary()
      table.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE').index()
      table.text('name').notNullable()
      table.string('code').notNullable()
      // A bit for each focus group, in the order of the schema, so that «any of these» is one condition.
      table.integer('for_groups').notNullable()
      table.string('kind').notNullable()
      table.integer('homes').notNullable()
      table.integer('support_arranged').notNullable()
      table.text('support_by')
      table.string('phase').notNullable()
      table.integer('objections').notNullable()
      table.string('planned_delivery')
      table.string('delivered')
    })
    // A row for the project's own area and each that its code lies in, up to the country.
    await knex.schema.createTable('housing_project_area', (table) => {
      table.string('area_code').notNullable()
      table
        .string('project_id')
        .notNullable()
        .references('id')
        .inTable('housing_project')
        .onDelete('CASCADE')
        .index()
      table.primary(['area_code', 'project_id'])
    })
  },
}
