/** Registered operations as tables: which rows and columns there are, how connections are followed, what is refused, and what comes of a domain that fails. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openTables } from './open-tables.ts'
import type { RegionsHub } from './regions.ts'

const documents = {
  regions:
    '{ regions(first: 2) { totalCount pageInfo { hasNextPage } nodes { code name figures { amount share } } } }',
  paged:
    'query Paged($first: Int!, $after: String) { regions(first: $first, after: $after) { nodes { code } } }',
  parts: '{ regions(first: 2) { nodes { code parts(first: 1) { nodes { code size } } } } }',
  edges: '{ regions { edges { cursor node { code parts { edges { node { size } } } } } } }',
  series: 'query Series($code: ID!) { region(code: $code) { name series { period amount } } }',
  one: 'query One($code: ID!) { region(code: $code) { code figures { amount } position { x } } }',
  some: 'query Some($codes: [ID!]!) { someRegions(codes: $codes) { code figures { amount } } }',
  aliases: '{ regions { nodes { id: code pos: position { x across: y } } } }',
  fragments:
    'query F($more: Boolean = false) { regions { nodes { ...A ... on Region { code } } } } fragment A on Region { name figures @include(if: $more) { ...B } } fragment B on Figures { missing { reason } amount }',
  siblings: '{ regions { nodes { code tags series { period } } } }',
  marked: '{ regions { nodes { code tags @join series @row { period } } } }',
  joined: '{ regions @row { nodes { code tags @join(separator: "|") parts @join { nodes { code } } } } }',
  within: '{ regions @row { nodes { code parts { nodes { code } } } } }',
  scalars: '{ kinds }',
  clash: '{ regions { nodes { name code: name figures { amount } figures_amount: code } } }',
  nothing: '{ regions { nodes { code @skip(if: true) } } }',
  schema: '{ __schema { types { name } } }',
  rename: 'mutation { rename { code } }',
  missing: '{ regions { nodes { code figures { amount missing: period why: missing @join { reason } } } } }',
  owners: '{ owners { id } }',
  owned: '{ regions { nodes { code owner { id } } } }',
  hidden:
    'query Hidden($no: Boolean = false) { regions { nodes { code ...O @include(if: $no) } } } fragment O on Region { x: owner { y: name } }',
}
const { hub: regions, csv, problem } = openTables(documents)
let hub: RegionsHub
beforeAll(() => {
  hub = regions()
})

describe('rows and columns', () => {
  it('a connection is followed to its end, whatever `first` says, and figures have their status', async () => {
    const lines = await csv('regions.csv')
    expect(lines.length).toBe(31)
    expect(lines[0]).toBe(
      'regions_totalCount,code,name,figures_amount,figures_amount_status,figures_share,figures_share_status',
    )
    expect(lines[1]).toBe('30,R00000,Region 0,,SUPPRESSED,,NOT_AVAILABLE')
    expect(lines[2]).toBe(`30,R00001,Region 1,10,VALUE,${String(1 / 3)},VALUE`)
    expect(lines[7]).toBe('30,R00006,Region 6,,UNAVAILABLE,,UNAVAILABLE')
  })

  it('variables of pages need not be given', async () => {
    expect((await csv('paged.csv')).length).toBe(31)
    expect((await csv('paged.csv?first=3')).length).toBe(31)
  })

  it('2,500 regions take three answers of at most 1,000', async () => {
    hub.state.regions = 2_500
    const lines = await csv('paged.csv')
    expect(new Set(lines.slice(1)).size).toBe(2_500)
    expect(hub.state.fetches).toEqual({ regions: 3, figures: 0 })
  })

  it('connections within connections are followed too, in order', async () => {
    hub.state.regions = 40
    hub.state.parts = (index) => (index === 3 ? 2_400 : index === 7 ? 1_200 : index % 3)
    for (const name of ['parts', 'edges']) {
      const lines = await csv(`${name}.csv`)
      const counts = Array.from({ length: 40 }, (_, index) => hub.state.parts(index))
      expect(lines.length - 1).toBe(counts.reduce((sum, count) => sum + count))
    }
    const codes = (await csv('parts.csv')).slice(1).map((line) => line.split(',')[1])
    const expected = Array.from({ length: 40 }, (_, index) =>
      Array.from(
        { length: hub.state.parts(index) },
        (__, part) => `R${String(index).padStart(5, '0')}-${String(part)}`,
      ),
    ).flat()
    expect(codes).toEqual(expected)
  })

  it('an operation without lists is one row; a list of codes has one for each, also for what there is not', async () => {
    expect(await csv('one.csv?code=R00001')).toEqual([
      'region_code,region_figures_amount,region_figures_amount_status,region_position_x',
      'R00001,10,VALUE,',
    ])
    expect(await csv('some.csv?codes=R00001&codes=R99999')).toEqual([
      'code,figures_amount,figures_amount_status',
      'R00001,10,VALUE',
      ',,UNAVAILABLE',
    ])
    expect((await csv('some.csv?codes=["R00001"]')).length).toBe(2)
    expect((await csv('some.csv?variables={"codes":["R00001"]}')).length).toBe(2)
    expect(await csv('scalars.tsv')).toEqual(['kinds', 'URBAN', 'RURAL'])
  })

  it('an alias is the name of the column; fragments and conditions keep the order of the selection', async () => {
    expect((await csv('aliases.csv'))[0]).toBe('id,pos_x,across')
    expect((await csv('fragments.csv'))[0]).toBe('name,code')
  })

  it('`status=off` leaves the statuses out, and `limit` is a number of rows', async () => {
    expect(await csv('series.csv?code=R00001&status=off&limit=1')).toEqual([
      'region_name,period,amount',
      'Region 1,2022,10',
    ])
  })

  it('the long layout has a row for each figure', async () => {
    hub.state.regions = 2
    expect(await csv('regions.csv?layout=long')).toEqual([
      'code,name,period,indicator,value,status,unit,source',
      'R00000,Region 0,2024,Figures.amount,,SUPPRESSED,,T1',
      'R00000,Region 0,2024,Figures.share,,NOT_AVAILABLE,,T1',
      'R00001,Region 1,2024,Figures.amount,10,VALUE,,T1',
      `R00001,Region 1,2024,Figures.share,${String(1 / 3)},VALUE,,T1`,
    ])
    expect((await csv('regions.csv?layout=long&limit=3')).length).toBe(4)
    hub.state.regions = 2_500
    expect((await csv('regions.csv?layout=long')).length).toBe(5_001)
    expect(await problem('parts.csv?layout=long')).toMatchObject({ code: 'TABLE_AMBIGUOUS' })
    expect(await problem('regions.csv?layout=long&status=off')).toMatchObject({ code: 'BAD_ARGUMENT' })
  })

  it('@row and @join say which list makes rows and which goes into a cell', async () => {
    expect((await csv('marked.csv')).slice(0, 4)).toEqual([
      'regions_code,regions_tags,period',
      'R00000,"",2022',
      'R00000,"",2023',
      'R00001,a;b1,2022',
    ])
    expect((await csv('joined.csv')).slice(0, 4)).toEqual([
      'code,tags,parts_code',
      'R00000,"",""',
      'R00001,a|b1,R00001-0',
      'R00002,a|b2,R00002-0;R00002-1',
    ])
  })

  it('what the lane asks for itself stands under keys of its own', async () => {
    expect((await csv('missing.csv')).slice(0, 3)).toEqual([
      'code,figures_amount,figures_amount_status,missing,figures_why_reason',
      'R00000,,SUPPRESSED,2024,SUPPRESSED;NOT_AVAILABLE',
      'R00001,10,VALUE,2024,""',
    ])
  })
})

describe('what is refused', () => {
  it('lists beside each other, with both paths and the remedy', async () => {
    const { status, code, detail, paths } = await problem('siblings.csv')
    expect([status, code, paths]).toEqual([
      400,
      'TABLE_AMBIGUOUS',
      ['regions.nodes.tags', 'regions.nodes.series'],
    ])
    expect(detail).toContain('@row')
    expect(detail).toContain('@join(separator: ";")')
    expect((await problem('within.csv'))['paths']).toEqual(['regions.nodes.parts.nodes'])
    expect((await csv('fragments.csv?more=true'))[0]).toBe(
      'regions_name,reason,regions_figures_amount,regions_figures_amount_status,regions_code',
    )
  })

  it('two columns of one name, no column, the schema, a mutation', async () => {
    expect(await problem('clash.csv')).toMatchObject({
      status: 400,
      code: 'TABLE_AMBIGUOUS',
      column: 'figures_amount',
    })
    expect(await problem('nothing.csv')).toMatchObject({ status: 400, code: 'TABLE_AMBIGUOUS' })
    expect(await problem('schema.csv')).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    expect(await problem('rename.csv')).toMatchObject({ status: 405, code: 'POST_ONLY' })
  })

  it('names and values that the operation does not have, and operations that there are not', async () => {
    expect(await problem('regions.csv?colour=red')).toMatchObject({ status: 400, code: 'BAD_ARGUMENT' })
    expect(await problem('series.csv')).toMatchObject({ status: 400, code: 'BAD_ARGUMENT' })
    expect(await problem('regions.csv?limit=0')).toMatchObject({ status: 400, code: 'BAD_ARGUMENT' })
    expect(await problem('nowhere.csv')).toMatchObject({ status: 404, code: 'OPERATION_NOT_REGISTERED' })
    expect(await problem('regions', { headers: { accept: 'image/png' } })).toMatchObject({ status: 406 })
    expect((await hub.table('regions.csv', { method: 'DELETE' })).status).toBe(405)
  })

  it('what is too large, before anything is sent, with an example that is not', async () => {
    hub.state.regions = 1_500_000
    const { status, code, rows, limit, example } = await problem('paged.csv')
    expect([status, code, rows, limit]).toEqual([413, 'TABLE_TOO_LARGE', 1_500_000, 1_000_000])
    expect(hub.state.fetches.regions).toBe(1)
    hub.state.regions = 50
    expect((await fetch(`${hub.base}${String(example)}`)).status).toBe(200)
  })

  it('a list in a cell that has more than a page', async () => {
    hub.state.parts = () => 1_001
    expect(await problem('joined.csv')).toMatchObject({ status: 413, code: 'TABLE_TOO_LARGE' })
  })

  it('anything protected, in every disguise, before anything is asked', async () => {
    for (const name of ['owners', 'owned', 'hidden'])
      for (const method of ['GET', 'HEAD']) {
        const response = await hub.table(`${name}.csv`, { method })
        expect(response.status).toBe(403)
      }
    expect(await problem('hidden.json?no=false')).toMatchObject({ code: 'TABLE_NOT_ALLOWED' })
    expect(hub.state.fetches).toEqual({ regions: 0, figures: 0 })
  })
})
