/**
 * Figures that a table gives in rows of several categories: each indicator from the rows that it names, in every form of the table, whatever
 * keys the table has for its categories now. What a selection has no rows of is not taken for missing, and parts of years are left out.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { readProfiles } from '../../src/figures/indicator.ts'
import { openFile, type OpenFileOptions } from '../../src/statline/open-file.ts'
import { openOdata } from '../../src/statline/odata.ts'
import { ImportRefused, type PublishedTable } from '../../src/statline/table.ts'
import { parse } from 'graphql'
import { startCbs, type CbsServer, type CbsTable } from './cbs-server.ts'
import { sources } from './declared-slice.ts'
import { quick } from './served-table.ts'
import { newFolder, rowsOf, writeTemporary } from './tables.ts'
import { startV4, type V4Options, type V4Server } from './v4-server.ts'

const servers: (CbsServer | V4Server)[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const open = (content: string, options: OpenFileOptions = {}) =>
  openFile(writeTemporary('a.csv', content, newFolder()), { sources, retrievedAt: '2026-01-01', ...options })

async function messageOf(opening: Promise<PublishedTable>): Promise<string> {
  const error: unknown = await opening.then(rowsOf).catch((caught: unknown) => caught)
  if (error instanceof ImportRefused) return error.message
  throw error instanceof Error ? error : new Error('it was read')
}

/** The cells of each column of a name, by the rows that they are of, then by year and code. */
async function figuresOf(table: PublishedTable, name: string) {
  const rows = await rowsOf(table)
  const columns = table.columns.filter((column) => [column.name, ...(column.otherNames ?? [])].includes(name))
  return Object.fromEntries(
    columns.map(({ cellsOf = 'figure', index }) => [
      cellsOf,
      Object.fromEntries(
        rows.map(({ period, code, cells }) => [
          `${String(period)} ${code}`,
          String(cells[index] ?? '').trim(),
        ]),
      ),
    ]),
  )
}

const atHome = 'SoortHulp=A01|Hulp thuis'
const women = 'Geslacht=4000|Vrouwen'
const expected = {
  figure: { '2024 GM8001': '100', '2024 GM8002': '50', '2025 GM8001': '110' },
  [atHome]: { '2024 GM8001': '40', '2024 GM8002': '.', '2025 GM8001': '45' },
  [women]: { '2024 GM8001': '60', '2024 GM8002': '30', '2025 GM8001': '66' },
}

const line = (kind: string, sex: string, name: string, code: string, year: string, clients: string) =>
  `"${kind}";"${sex}";"${name}";"${code}";"${year}";"${clients}"`
const header =
  '"Soort hulp";"Geslacht";"Wijken";"Regioaanduiding/Codering (code)";"Perioden";"Cliënten (aantal)"'
const all = 'Totaal mannen en vrouwen'
const lines = [
  line('Totaal', all, 'Proefstad', 'GM8001', '2024', '100'),
  line('Totaal', all, 'Proefdorp', 'GM8002', '2024', '50'),
  line('Totaal', all, 'Proefstad', 'GM8001', '2025*', '110'),
  line('Totaal', all, 'Proefstad', 'GM8001', '1e halfjaar 2025*', '90'),
  line('Hulp thuis', all, 'Proefstad', 'GM8001', '2024', '40'),
  line('Hulp thuis', all, 'Proefdorp', 'GM8002', '2024', '.'),
  line('Hulp thuis', all, 'Proefstad', 'GM8001', '2025*', '45'),
  line('Totaal', 'Vrouwen', 'Proefstad', 'GM8001', '2024', '60'),
  line('Totaal', 'Vrouwen', 'Proefdorp', 'GM8002', '2024', '30'),
  line('Totaal', 'Vrouwen', 'Proefstad', 'GM8001', '2025*', '66'),
  line('Verblijf', all, 'Proefstad', 'GM8001', '2024', '9'),
]
const csv = (...rows: readonly string[]) => [header, ...rows, ''].join('\r\n')

describe('a table with rows of several categories, as a file', () => {
  it('gives each indicator the rows that it names, in whatever order they stand; parts of years are left out', async () => {
    const table = await open(csv(...lines))
    expect(await figuresOf(table, 'Clienten')).toEqual(expected)
    expect(table.ofYear?.(2025).source.status).toBe('PROVISIONAL')
    expect(table.notes?.()).toEqual([
      '1 rows of other Soort hulp than the declared one are left out',
      '1 rows of half years, quarters or months are left out',
    ])
    expect(await figuresOf(await open(csv(...lines.toReversed())), 'Clienten')).toEqual(expected)
  })

  it('with the keys of the interface for headings and categories', async () => {
    const keys = 'ID;SoortHulp;Geslacht;Wijken;Perioden;Gemeentenaam_1;SoortRegio_2;Codering_3;Clienten_5'
    const row = (kind: string, sex: string, clients: string) =>
      `0;${kind};${sex};GM8001    ;2024JJ00;Proefstad;Gemeente;GM8001    ;  ${clients}`
    const text = [
      keys,
      row('T001', 'T009', '100'),
      row('A01', 'T009', '40'),
      row('T001', '4000', '60'),
      '',
    ].join('\n')
    expect(await figuresOf(await open(text, { table: '70021NED' }), 'Clienten')).toEqual({
      figure: { '2024 GM8001': '100' },
      [atHome]: { '2024 GM8001': '40' },
      [women]: { '2024 GM8001': '60' },
    })
  })

  it('of which some were selected: there is no column of the others, and an area of one category alone is kept', async () => {
    const [, , , , home = ''] = lines
    const some = await open(csv(home, line('Hulp thuis', all, 'Proefdorp', 'GM8002', '2024', '7')))
    expect(await figuresOf(some, 'Clienten')).toEqual({
      [atHome]: { '2024 GM8001': '40', '2024 GM8002': '7' },
    })
    const uneven = await open(
      csv(lines[0] ?? '', line('Hulp thuis', all, 'Proefdorp', 'GM8002', '2024', '7')),
    )
    expect(await figuresOf(uneven, 'Clienten')).toEqual({
      figure: { '2024 GM8001': '100', '2024 GM8002': '' },
      [atHome]: { '2024 GM8001': '', '2024 GM8002': '7' },
    })
  })

  it('is refused where a category stands twice, where a dimension is left out, and where no row is of a declared category or a whole year', async () => {
    expect(await messageOf(open(csv(...lines, lines[4] ?? '')))).toContain(
      `line 13: the rows of ${atHome} of 2024 GM8001 stand twice. Download the table again.`,
    )
    const bare =
      '"Soort hulp";"Regioaanduiding/Codering (code)";"Perioden";"Cliënten (aantal)"\n"Totaal";"GM8001";"2024";"1"\n'
    expect(await messageOf(open(bare))).toContain(
      'line 1: it has no column "Geslacht", which says what its rows are of',
    )
    const named = csv(...lines)
      .replaceAll(';"Regioaanduiding/Codering (code)"', '')
      .replaceAll(/;"GM800\d"/g, '')
    expect(await messageOf(open(named, { table: '70021NED' }))).toContain(
      'it has no code column (Regioaanduiding/Codering (code), Codering_3, WijkenEnBuurten, gwb_code_10), and names are no keys',
    )
    expect(await messageOf(open(csv(lines[10] ?? '')))).toContain(
      'it has no row to take. Check --year and the rows that were selected. Of what there is, 1 rows of other Soort hulp than the declared one are left out.',
    )
    expect(await messageOf(open(csv(lines[3] ?? '')))).toContain('it has rows of parts of years only')
  })
})

const records = (keys: { readonly all: string; readonly home: string }) =>
  [
    [keys.all, 'T009', '2024JJ00', 100],
    [keys.all, 'T009', '2025HJ01', 90],
    [keys.home, 'T009', '2024JJ00', 40],
    [keys.all, '4000', '2024JJ00', 60],
    ['A99', 'T009', '2024JJ00', 9],
  ] as const

describe('through the v3 interface', () => {
  const served = (
    keys = { all: 'T001', home: 'A01' },
    titles = { all: 'Totaal', home: 'Hulp thuis' },
  ): CbsTable => ({
    id: '70021NED',
    infos: { Title: 'Help', Period: '2024-2025' },
    areas: 'Wijken',
    keys: ['Soort', 'Geslacht', 'Wijken', 'Perioden', 'Clienten_5'],
    records: records(keys).map(([Soort, Geslacht, Perioden, clients], ID) => ({
      ...{ ID, Soort, Geslacht, Wijken: 'GM8001    ', Perioden, Clienten_5: clients },
    })),
    codes: {
      Soort: { [keys.all]: titles.all, [keys.home]: titles.home, A99: 'Verblijf' },
      Geslacht: { T009: all, 4000: 'Vrouwen' },
    },
  })
  const openServed = async (table: CbsTable, area?: string) => {
    const server = await startCbs(table)
    servers.push(server)
    return { server, table: await openOdata(table.id, { baseUrl: server.url, sources, limits: quick, area }) }
  }

  it('asks for the categories that are taken, of the dimension as the table names it, with the keys that it has for them', async () => {
    const { server, table } = await openServed(served({ all: 'T777', home: 'B55' }), 'GM8001')
    expect(await figuresOf(table, 'Clienten')).toEqual({
      figure: { '2024 GM8001': '100' },
      [atHome]: { '2024 GM8001': '40' },
      [women]: { '2024 GM8001': '60' },
    })
    expect((await rowsOf(table))[0]?.name).toBe('Naam van GM8001')
    expect(server.asked.find((path) => path.includes('TypedDataSet?'))).toContain(
      "(startswith(Wijken,'GM8001') or startswith(Wijken,'WK8001') or startswith(Wijken,'BU8001')) and (Soort eq 'T777' or Soort eq 'B55') and (Geslacht eq 'T009' or Geslacht eq '4000')",
    )
  })

  it('believes declared keys where the table lists none', async () => {
    const { table } = await openServed({ ...served(), codes: {} })
    expect(Object.keys(await figuresOf(table, 'Clienten'))).toEqual(['figure', atHome, women])
  })

  it('is refused where the category of the figures is gone, with those that the table has', async () => {
    const gone = served({ all: 'T777', home: 'A01' }, { all: 'Alles', home: 'Hulp thuis' })
    await expect(openServed(gone)).rejects.toThrow(
      'cbs:70021NED: Soort has no category "T001" or "Totaal"; it has Alles, Hulp thuis, Verblijf.',
    )
  })
})

describe('a table of the country alone', () => {
  const observations = (
    [
      ['T9', '2020JJ00', 36.4],
      ['M1', '2020JJ00', 30.6],
      ['T9', '2021JJ00', 32],
      ['X1', '2021JJ00', 5.7],
    ] as const
  ).map(([Kenmerken, Perioden, Value], Id) => ({
    ...{ Id, Measure: 'D1', ValueAttribute: 'None', Value, StringValue: null, Kenmerken, Perioden },
  }))
  const v4: V4Options = {
    id: '70031ned',
    title: 'Nation',
    measures: [{ Identifier: 'D1', Title: 'Mensen', Unit: 'x 1 000', MeasureGroupId: null }],
    observations,
    codes: {
      Kenmerken: { T9: 'Totaal personen', M1: 'Geslacht: Mannen', X1: 'Leeftijd: 18 tot 27 jaar' },
      Perioden: {},
    },
  }
  const whole = {
    figure: { '2020 NL00': '36.4', '2021 NL00': '32' },
    'Kenmerken=Geslacht: mannen': { '2020 NL00': '30.6', '2021 NL00': '' },
  }

  it('through the v4 interface, under its id as the publisher writes it', async () => {
    const server = await startV4(v4)
    servers.push(server)
    const asked = { baseUrl: server.url, sources, limits: quick }
    expect(await figuresOf(await openOdata('70031NED', asked), 'Mensen')).toEqual(whole)
    expect(server.asked.find((path) => path.includes('Observations?'))).toContain(
      "$filter=(Kenmerken eq 'T9' or Kenmerken eq 'M1')",
    )
    await expect(openOdata('70031NED', { ...asked, area: 'GM8001' })).rejects.toThrow(
      '"GM8001" is no area of the table, which is of NL00 alone. Leave --area out.',
    )
  })

  it('as a file with its titles, and as observations with lists of codes beside', async () => {
    const text = [
      '"Kenmerken";"Perioden";"Mensen (x 1 000)"',
      '"Totaal personen";"2020*";"36,4"',
      '"Geslacht: Mannen";"2020*";"30,6"',
      '"Totaal personen";"2021*";"32"',
      '"Leeftijd: 18 tot 27 jaar";"2021*";"5,7"',
      '',
    ].join('\n')
    expect(await figuresOf(await open(text), 'Mensen')).toEqual({
      figure: { '2020 NL00': '36,4', '2021 NL00': '32' },
      'Kenmerken=Geslacht: mannen': { '2020 NL00': '30,6', '2021 NL00': '' },
    })
    const folder = newFolder()
    writeTemporary('70031ned_MeasureCodes.json', JSON.stringify(v4.measures), folder)
    writeTemporary(
      '70031ned_KenmerkenCodes.csv',
      'Identifier;Title\nT9;Totaal personen\nM1;Geslacht: Mannen\nX1;Leeftijd: 18 tot 27 jaar\n',
      folder,
    )
    const path = writeTemporary('70031ned_Observations.json', JSON.stringify(observations), folder)
    expect(await figuresOf(await openFile(path, { sources }), 'Mensen')).toEqual(whole)
  })
})

it('a category that cannot be read, or of a dimension that the source does not declare, refuses the slice', () => {
  const slice = (category: string, dimensions = '"Soort=T001"') =>
    parse(`type Area { code: ID! a: A }
      type A @source(name: "X", title: "x", publisher: "p", licence: "l", tables: [], dimensions: [${dimensions}]) {
        a: Int @indicator(unit: COUNT, source: "X", columns: ["a"], categories: ["${category}"])
      }`)
  expect(() => readProfiles(slice('Soort'))).toThrow('A.a has the category "Soort": write it as')
  expect(() => readProfiles(slice('Leeftijd=1'))).toThrow('of a dimension of its source')
  expect(() => readProfiles(slice('Soort=A01', '"Soort=T001 lower L upper U"'))).toThrow(
    'A.a has categories, and its source has limits in rows of their own',
  )
})
