/** What pandas, pyarrow, polars and DuckDB read of a table in each format is what the graph answers. Skipped where Python lacks one of them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWith } from '@samenhang/subgraph-kit/requirements'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pythonOutput, pythonWith } from '../../../test/interpreters.ts'
import { openRegions, type RegionsHub } from './regions.ts'

const script = `
import json, sys
import duckdb, pandas, polars, pyarrow.ipc, pyarrow.parquet
folder = sys.argv[1]
file = lambda suffix: f"{folder}/table.{suffix}"
records = lambda frame: json.loads(frame.to_json(orient="records", double_precision=15))
exact = lambda rows: [{name: value for name, value in row.items()} for row in rows]
def rows(relation):
    return [dict(zip(relation.columns, row)) for row in relation.fetchall()]
print(json.dumps({
    "pyarrow parquet": pyarrow.parquet.read_table(file("parquet")).to_pylist(),
    "pyarrow arrow": pyarrow.ipc.open_stream(file("arrow")).read_all().to_pylist(),
    "pandas parquet": pandas.read_parquet(file("parquet"), dtype_backend="numpy_nullable").astype(object).where(lambda frame: frame.notna(), None).to_dict(orient="records"),
    "polars parquet": polars.read_parquet(file("parquet")).to_dicts(),
    "polars arrow": polars.read_ipc_stream(file("arrow")).to_dicts(),
    "duckdb parquet": rows(duckdb.sql(f"select * from read_parquet('{file('parquet')}')")),
    "pandas csv": pandas.read_csv(file("csv"), dtype=str, keep_default_na=False).to_dict(orient="records"),
    "pandas tsv": pandas.read_csv(file("tsv"), sep="\\t", dtype=str, keep_default_na=False).to_dict(orient="records"),
    "polars csv": [{name: value or "" for name, value in row.items()} for row in polars.read_csv(file("csv"), infer_schema=False).to_dicts()],
    "duckdb csv": [{name: value or "" for name, value in row.items()} for row in rows(duckdb.sql(f"select * from read_csv('{file('csv')}', all_varchar=true, header=true, new_line='\\\\r\\\\n')"))],
    "types": {name: str(kind) for name, kind in pandas.read_parquet(file("parquet"), dtype_backend="numpy_nullable").dtypes.items()},
}))
`

type Rows = readonly Readonly<Record<string, unknown>>[]

describeWith(pythonWith('pandas', 'pyarrow', 'polars', 'duckdb'), 'readers of others', () => {
  let hub: RegionsHub
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samenhang-read-tables-'))
    hub = await openRegions(
      new Map([
        [
          'all',
          '{ regions { nodes { code name note kind position { x y } figures { period amount share isFinal remark } } } }',
        ],
        ['one', '{ regions { nodes { note } } }'],
      ]),
    )
    hub.state.regions = 1_100
  })
  afterAll(async () => {
    await hub.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['all.?', 'all.?status=off', 'all.?layout=long', 'one.?'])('%s', async (asked) => {
    const [name = '', search = ''] = asked.split('.?')
    for (const suffix of ['csv', 'tsv', 'json', 'arrow', 'parquet']) {
      const response = await hub.table(`${name}.${suffix}?${search}`)
      expect(response.status).toBe(200)
      writeFileSync(join(folder, `table.${suffix}`), Buffer.from(await response.arrayBuffer()))
    }
    const expected = JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8')) as Rows
    const texts = parse(readFileSync(join(folder, 'table.csv')), { columns: true })
    expect(texts).toEqual(
      expected.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)]),
        ),
      ),
    )
    const stdout = await pythonOutput(script, { cwd: folder, words: [folder] })
    const { types, ...read } = JSON.parse(stdout) as Record<string, Rows> & { types: Record<string, string> }
    for (const [reader, rows] of Object.entries(read)) {
      const wanted = /csv|tsv/.test(reader) ? texts : expected
      expect([reader, rows.length]).toEqual([reader, wanted.length])
      expect([reader, rows]).toEqual([reader, wanted])
    }
    if (name === 'all' && search !== 'layout=long')
      expect(types).toMatchObject({
        figures_amount: 'Int32',
        figures_share: 'Float64',
        figures_isFinal: 'boolean',
      })
  })
})
