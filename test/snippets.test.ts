/**
 * The lines that the explorer gives to open a table in other tools, and the notebooks: each is run against a hub where its tool is there, and finds what
 * the graph answers.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { snippets, snippetText } from '@samenhang/gateway/snippets'
import { createHttpServer } from '@samenhang/gateway/server'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { importTable } from '@samenhang/subgraph-kit/import'
import { cbsFile, itWith, type Requirement } from '@samenhang/subgraph-kit/requirements'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { silent } from '@samenhang/subgraph-kit/testing'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'
import { command, outputOf, python, pythonOutput, pythonWith, rWith } from './interpreters.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-snippets-'))
const notebooks = fileURLToPath(new URL('../notebooks/', import.meta.url))
let hub: TestHub
let base = ''
let close: () => Promise<void>
/** The table as CSV, its header first. */
let rows: readonly (readonly string[])[]

beforeAll(async () => {
  hub = await openHub({ country: { neighbourhoods: 100, people: 200 } })
  const server = createHttpServer(hub.gateway, { logger: silent })
  base = await listen(server, { host: '127.0.0.1', port: 0 })
  rows = parse(await (await fetch(addressOf('csv'))).text())
  close = async () => {
    await drain(server, 500)
    await hub.close()
  }
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

const addressOf = (format: string): string => `${base}/q/municipality-page.${format}?code=GM9001`

function textOf(id: string): string {
  const snippet = snippets.find((one) => one.id === id)
  if (!snippet) throw new Error(`No snippet ${id}`)
  return snippetText(snippet, addressOf)
}

/** Rows and columns, and the first code, as each tool finds them. */
const codeAt = () => rows[0]?.indexOf('code') ?? 0
const found = () => `${String(rows.length - 1)} ${String(rows[0]?.length)} ${rows[1]?.[codeAt()] ?? ''}`
const shell = (text: string) => outputOf('sh', ['-ec', text], { cwd: folder })

it('each snippet has an address in it, and no place that is not filled', () => {
  for (const { id } of snippets) {
    expect([id, textOf(id).includes(`${base}/q/municipality-page.`)]).toEqual([id, true])
    expect(textOf(id)).not.toMatch(/\{\w+\}/)
  }
})

itWith(command('curl'), 'curl', async () => {
  await shell(textOf('curl'))
  expect(parse(readFileSync(join(folder, 'table.csv'), 'utf8'))).toEqual(rows)
})

const printed = 'print(frame.shape[0], frame.shape[1], frame["code"][0])'
const programs: readonly (readonly [string, Requirement, () => Promise<string>])[] = [
  [
    'pandas',
    pythonWith('pandas', 'pyarrow'),
    () => pythonOutput(`${textOf('pandas')}\n${printed}`, { cwd: folder }),
  ],
  ['polars', pythonWith('polars'), () => pythonOutput(`${textOf('polars')}\n${printed}`, { cwd: folder })],
  [
    'r',
    rWith(),
    () =>
      outputOf('Rscript', ['-e', `${textOf('r')}\ncat(nrow(frame), ncol(frame), frame$code[1])`], {
        cwd: folder,
      }),
  ],
  [
    'r-arrow',
    rWith('arrow'),
    () =>
      outputOf('Rscript', ['-e', `${textOf('r-arrow')}\ncat(nrow(frame), ncol(frame), frame$code[1])`], {
        cwd: folder,
      }),
  ],
]
for (const [id, requirement, run] of programs)
  itWith(
    requirement,
    `${id} reads the table in its lines`,
    async () => {
      expect((await run()).trim()).toBe(found())
    },
    120_000,
  )

itWith(
  pythonWith('pandas', 'pyarrow'),
  'in pandas whole numbers stay whole where figures are missing, and codes stay text',
  async () => {
    const types = 'print(frame["housing_averageWozValue"].dtype, frame["code"].dtype)'
    const output = await pythonOutput(`${textOf('pandas')}\n${types}`, { cwd: folder })
    expect(output.trim()).toMatch(/^Int32 (?:string|object)/)
  },
)

itWith(
  [command('curl'), pythonWith('duckdb')],
  'DuckDB reads the table in its lines',
  async () => {
    const [download = '', query = ''] = textOf('duckdb').split('\n')
    await shell(download)
    const sql = /"(SELECT .*)"/.exec(query)?.[1] ?? ''
    const program = `import duckdb\nt = duckdb.sql("""${sql}""").fetchall()\nprint(len(t), len(t[0]), t[0][${String(codeAt())}])`
    expect((await pythonOutput(program, { cwd: folder })).trim()).toBe(found())
  },
  120_000,
)

const amsterdam = cbsFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
const inNotebook = () => ({ cwd: folder, environment: { HUB: base, OUTPUT: folder } })

itWith(
  pythonWith('pandas'),
  'the notebook in Python draws its map and its correlation of the synthetic country',
  async () => {
    const output = await outputOf(python, [join(notebooks, 'neighbourhoods.py')], inNotebook())
    expect(output).toMatch(/^Municipality GM9001 in 2024 \(synthetic: invented figures\)$/m)
    expect(output).toMatch(new RegExp(`^${String(rows.length - 1)} neighbourhoods from http`, 'm'))
    expect(readFileSync(join(folder, 'neighbourhoods.svg'), 'utf8').match(/<rect /g)).toHaveLength(
      rows.length - 1,
    )
  },
  120_000,
)

itWith(
  rWith(),
  'the notebook in R draws its map and its correlation of the synthetic country',
  async () => {
    const output = await outputOf('Rscript', [join(notebooks, 'neighbourhoods.R')], inNotebook())
    expect(output).toMatch(new RegExp(`^${String(rows.length - 1)} neighbourhoods$`, 'm'))
    expect(readFileSync(join(folder, 'neighbourhoods-r.pdf')).length).toBeGreaterThan(1_000)
  },
  120_000,
)

itWith(
  [amsterdam, pythonWith('pandas')],
  'the notebook in Python takes Amsterdam in 2019 where it is loaded',
  async () => {
    await importTable(hub.subgraphs, await openFile(amsterdam.path, { period: 2019 }))
    const output = await outputOf(python, [join(notebooks, 'neighbourhoods.py')], inNotebook())
    expect(output).toMatch(/^Municipality GM0363 in 2019 $/m)
    expect(output).toMatch(/^479 neighbourhoods from /m)
    const [, rho = '', pairs = '', lacking = ''] =
      /^Spearman (-?[\d.]+) over (\d+) pairs; (\d+) neighbourhoods/m.exec(output) ?? []
    expect([Number(pairs) + Number(lacking), Number(pairs) > 300]).toEqual([479, true])
    expect(Number(rho)).toBeCloseTo(await correlation(), 3)
  },
  180_000,
)

itWith(
  [amsterdam, rWith()],
  'the notebook in R takes Amsterdam in 2019 where it is loaded',
  async () => {
    await importTable(hub.subgraphs, await openFile(amsterdam.path, { period: 2019 }))
    const output = await outputOf('Rscript', [join(notebooks, 'neighbourhoods.R')], inNotebook())
    const [, rho = ''] = /^Spearman (-?[\d.]+) over/m.exec(output) ?? []
    expect(Number(rho)).toBeCloseTo(await correlation(), 3)
  },
  180_000,
)

/** Spearman's, of the graph's own answer. */
async function correlation(): Promise<number> {
  const { data } = await hub.ask(
    '{ municipality(code: "GM0363") { neighbourhoods(first: 1000) { nodes { housing(period: 2019) { averageWozValue housingCorporationShare } } } } }',
  )
  const { nodes } = (
    data as unknown as {
      municipality: {
        neighbourhoods: {
          nodes: readonly {
            housing: { averageWozValue: number | null; housingCorporationShare: number | null } | null
          }[]
        }
      }
    }
  ).municipality.neighbourhoods
  const pairs = nodes.flatMap(({ housing }) =>
    typeof housing?.averageWozValue === 'number' && typeof housing.housingCorporationShare === 'number'
      ? [[housing.averageWozValue, housing.housingCorporationShare] as const]
      : [],
  )
  const ranksOf = (values: readonly number[]) =>
    values.map((value) => {
      const below = values.filter((other) => other < value).length
      const same = values.filter((other) => other === value).length
      return below + (same + 1) / 2
    })
  const [x, y] = [ranksOf(pairs.map(([one]) => one)), ranksOf(pairs.map(([, other]) => other))]
  const mean = (pairs.length + 1) / 2
  const sum = (of: (index: number) => number) => pairs.reduce((total, _, index) => total + of(index), 0)
  const product = (one: readonly number[], other: readonly number[]) =>
    sum((index) => ((one[index] ?? 0) - mean) * ((other[index] ?? 0) - mean))
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y))
}
