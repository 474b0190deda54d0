/**
 * `hub import`: what it refuses, with exit code and one line; which files stay imported beside a
 * refused one; and how it reads names of files, years and options.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeNationalFile } from '../src/bench/national-file.ts'
import { hubHere } from './hub-here.ts'
import { runHub } from './hub.ts'

let folder: string
let file: string
let environment: Readonly<Record<string, string>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-import-'))
  file = join(folder, 'invented_84583NED.csv')
  environment = { HUB_DATA_DIR: join(folder, 'data') }
  await writeNationalFile(file, 1)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file that is refused ends with one line and exit code 1; the file before it stays', async () => {
  const empty = join(folder, 'empty.csv')
  writeFileSync(empty, '')
  const refused = await runHub(['import', '--year', '2019', file, empty], { environment })
  expect(refused.code).toBe(1)
  expect(refused.stdout).toMatch(/invented_84583NED\.csv: table 84583NED, year 2019/)
  expect(refused.stdout).toMatch(/housing .* stored/)
  expect(refused.stderr).toMatch(/^hub import: empty\.csv: the file is empty.*\n$/)

  const again = await runHub(['import', '--year', '2019', file], { environment })
  expect(again.code).toBe(0)
  expect(again.stdout).toMatch(/housing .* unchanged/)
  expect(again.stdout).not.toMatch(/stored|replaced/)
})

test('a year that was given for several files is held against each before any is imported', async () => {
  const own = { HUB_DATA_DIR: join(folder, 'years') }
  const text = [
    'WijkenEnBuurten;Codering_3;AantalInwoners_5;WmoClienten_89',
    'GM8001;GM8001;1200;65',
    '',
  ].join('\n')
  const [of2019, of2020, silent] = ['kwb2019.csv', 'kwb2020.csv', 'figures.csv'].map((name) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }) as [string, string, string]
  const both = await hubHere(['import', '--no-refresh', '--year', '2019', of2019, of2020], {
    environment: own,
  })
  expect(both).toMatchObject({ code: 1, stdout: '' })
  expect(both.stderr).toBe(
    'hub import: kwb2020.csv: --year 2019 was given for several files, and its name says 2020. Import it by itself; nothing was imported.\n',
  )
  const agreeing = await hubHere(['import', '--no-refresh', '--year', '2019', of2019, silent], {
    environment: own,
  })
  expect(agreeing.code).toBe(0)
  expect(agreeing.stdout).toMatch(/kwb2019\.csv: table 84583NED, year 2019\n(?!warning)[^]*care .* stored/)

  const alone = await hubHere(['import', '--no-refresh', '--year', '2021', of2020], { environment: own })
  expect(alone.code).toBe(0)
  expect(alone.stdout).toContain(
    'kwb2020.csv: table 85039NED, year 2021\nwarning: the year is taken to be 2021 (--year), though its name says 2020\n',
  )
})

test('names of files are those of the folder where the command was given, also under npm', async () => {
  const given = { ...environment, INIT_CWD: folder }
  const ended = await hubHere(['import', '--year', '2019', 'invented_84583NED.csv'], { environment: given })
  expect(ended.code).toBe(0)
})

test('an option that a source cannot honour is refused before anything is read', async () => {
  const area = await hubHere(['import', '--area', 'GM0363', 'nowhere.csv'], { environment })
  expect(area).toMatchObject({ code: 1, stderr: expect.stringContaining('--area goes with cbs: only') })
  const year = await hubHere(['import', '--year', '2024', 'cbs:85984NED'], { environment })
  expect(year).toMatchObject({ code: 1, stderr: expect.stringContaining('--year does not go with cbs:') })
})

test('the bench of an import tells time, memory and the limit of a CSV and a workbook, and fails for neither', async () => {
  const { code, stdout } = await runHub(['bench', 'import', '--municipalities', '1', '--json'])
  expect(code).toBe(0)
  const measured = {
    rows: 55,
    columns: 118,
    seconds: expect.any(Number),
    processorSeconds: expect.any(Number),
    peakMegabytes: expect.any(Number),
  }
  expect(JSON.parse(stdout)).toEqual({
    imports: [
      { form: 'csv', ...measured },
      { form: 'xlsx', ...measured },
    ],
    tables: [],
    limit: { seconds: 10, megabytes: 300, cellsPerSecond: 200_000 },
  })
})
