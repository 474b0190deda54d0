import type { Migration } from '@samenhang/subgraph-kit/migrations'

/**
 * What areas were called, by code and year, and the release that said so: a row where some file gave a name. The names in `area` follow
 * from these: on every row of a code the newest there is.
 */
export const areaNames: Migration = {
  name: '0004-area-names',
  async up(knex) {
    await knex.schema.createTable('area_name', (table) => {
      table.string('code').notNullable()
      table.integer('period').notNullable()
      table.text('name').notNullable()
      table.text('search_name').notNullable()
      // When the file was retrieved that gave the name; empty where that was not kept.
      table.string('retrieved_at').notNullable()
      table.primary(['code', 'period'])
    })
    await knex.raw(
      `insert into area_name (code, period, name, search_name, retrieved_at)
       select code, period, name, search_name, '' from area where name is not null`,
    )
    await knex.raw(
      `update area set
         name = (select n.name from area_name n where n.code = area.code order by n.period desc limit 1),
         search_name = (select n.search_name from area_name n where n.code = area.code order by n.period desc limit 1)
       where exists (select 1 from area_name n where n.code = area.code)`,
    )
  },
}
