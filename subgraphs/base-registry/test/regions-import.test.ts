/** Files of regions: of our own form, and the CBS's "Gebieden in Nederland" as StatLine downloads it; whole, or refused with their place. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import { importRecords, openRecordsFile, type RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import { casesOn, describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph, makeTable, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

const example = readFileSync(fileURLToPath(new URL('../data/regions.csv', import.meta.url)), 'utf8')
const header = 'period;kind;code;name;municipality'

/** As StatLine writes it: a mark of byte order, quotes, padded cells; columns that we have no kind for. */
const statLine = [
  `\uFEFF"Regio's";"Codes en namen van gemeenten/Code (code)";"Codes en namen van gemeenten/Naam (naam)";"Lokaliseringen van gemeenten/Arbeidsmarktregio's/Code (code)";"Lokaliseringen van gemeenten/Arbeidsmarktregio's/Naam (naam)";"Lokaliseringen van gemeenten/GGD-regio's/Code (code)";"Lokaliseringen van gemeenten/GGD-regio's/Naam (naam)";"Lokaliseringen van gemeenten/Jeugdregio’s/Code (code)";"Lokaliseringen van gemeenten/Jeugdregio’s/Naam (naam)";"Lokaliseringen van gemeenten/Toeristengebieden/Code (code)"`,
  `"Amsterdam";"GM0363    ";"Amsterdam        ";"AM18      ";"Groot Amsterdam  ";"GG3406    ";"GGD Amsterdam    ";"JZ13      ";"Amsterdam-Amstelland";"TR16      "`,
  `"Weesp";"GM0457    ";"Weesp            ";"AM17      ";"Gooi en Vechtstreek";"GG3406    ";"GGD Amsterdam    ";"          ";"          ";"TR17      "`,
  '',
].join('\r\n')

describeOnDatabases('importing regions', (kind) => {
  let data: TestData
  let registry: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    registry = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    await registry.close()
    await data.remove()
  })

  async function take(
    text: string,
    {
      retrievedAt = '2025-03-01',
      force = false,
      name = 'given.csv',
      formats = registry.formats,
    }: Taking = {},
  ) {
    const path = join(data.directory, name)
    writeFileSync(path, text)
    const file = await openRecordsFile(path, { retrievedAt })
    const reports = file && (await importRecords(formats, file, { force }))
    return reports?.map(({ format, rows, outcome }) => [format, rows, outcome])
  }
  interface Taking {
    readonly retrievedAt?: string
    readonly force?: boolean
    readonly name?: string
    readonly formats?: readonly RecordsFormat[]
  }
  const of2021 = { name: 'Gebieden_in_Nederland_2021_25032025_175459.csv' }
  const ask = async (query: string) => (await askSubgraph(registry, { query })).data
  const regions = '{ regions { nodes { code name period municipalityCodes } } }'

  it('the example is recognised by its columns and stored; the same again changes nothing', async () => {
    expect(await take(example)).toEqual([['regions', 4, 'STORED']])
    expect(await take(example)).toEqual([['regions', 4, 'UNCHANGED']])
    expect(
      await ask(
        '{ region(code: "CG9101") { kind name period municipalityCodes source { table publisher synthetic } } }',
      ),
    ).toEqual({
      region: {
        kind: 'SHELTER',
        name: 'Voorbeeldstad en omgeving',
        period: 2024,
        municipalityCodes: ['GM9001', 'GM9002'],
        source: { table: 'regions', publisher: 'Delivered by municipalities', synthetic: false },
      },
    })
    expect(await ask('{ datasets { baseRegistry { kind period areas } } }')).toEqual({
      datasets: { baseRegistry: [{ kind: 'REGIONS', period: 2024, areas: 3 }] },
    })
  })

  it('a file replaces the regions and years in it and leaves all others', async () => {
    await take(example)
    const again = `${header}\n2024;SHELTER;CG9101;Nieuwe naam;GM9001\n`
    expect(await take(again, { retrievedAt: '2025-04-01' })).toEqual([['regions', 1, 'REPLACED']])
    expect(await ask('{ regions(kind: SHELTER) { nodes { code name municipalityCodes } } }')).toEqual({
      regions: {
        nodes: [
          { code: 'CG9101', name: 'Nieuwe naam', municipalityCodes: ['GM9001'] },
          { code: 'CG9102', name: 'Voorbeelddam', municipalityCodes: ['GM9003'] },
        ],
      },
    })
  })

  it('an older file is refused, unless it is forced', async () => {
    await take(example, { retrievedAt: '2025-03-01' })
    const older = `${header}\n2024;SHELTER;CG9101;Oude naam;GM9001\n`
    await expect(take(older, { retrievedAt: '2024-01-01' })).rejects.toThrow(/base-registry has regions/)
    expect(await take(older, { retrievedAt: '2024-01-01', force: true })).toEqual([
      ['regions', 1, 'REPLACED'],
    ])
  })

  it('a table of the CBS is read by its headings, padded and quoted; other divisions are left alone', async () => {
    expect(await take(statLine, of2021)).toEqual([['Gebieden in Nederland', 5, 'STORED']])
    expect(await take(statLine, of2021)).toEqual([['Gebieden in Nederland', 5, 'UNCHANGED']])
    expect(
      await ask(
        `{ regions(period: 2021) { nodes { code kind name municipalityCodes source { title publisher licence } } } }`,
      ),
    ).toMatchObject({
      regions: {
        nodes: [
          { code: 'AM17', kind: 'LABOUR_MARKET', municipalityCodes: ['GM0457'] },
          { code: 'AM18', name: 'Groot Amsterdam', municipalityCodes: ['GM0363'] },
          {
            code: 'GG3406',
            kind: 'GGD',
            municipalityCodes: ['GM0363', 'GM0457'],
            source: {
              title: expect.stringMatching(/^Gebieden in Nederland 2021/) as string,
              publisher: 'Statistics Netherlands (CBS)',
              licence: 'CC BY 4.0',
            },
          },
          { code: 'JZ13', kind: 'YOUTH_CARE', municipalityCodes: ['GM0363'] },
        ],
      },
    })
  })

  it('a table of the CBS is the whole division: a region that it no longer names is gone', async () => {
    await take(statLine, of2021)
    const merged = statLine
      .replace('AM17      ', 'AM18      ')
      .replace('Gooi en Vechtstreek', 'Groot Amsterdam  ')
    expect(await take(merged, { ...of2021, retrievedAt: '2025-05-01' })).toEqual([
      ['Gebieden in Nederland', 5, 'REPLACED'],
    ])
    expect(await ask('{ region(code: "AM17") { name } }')).toEqual({ region: null })
    expect(await ask('{ region(code: "AM18") { municipalityCodes } }')).toEqual({
      region: { municipalityCodes: ['GM0363', 'GM0457'] },
    })
  })

  it('a municipality that merged has the regions of the year that is asked, and its last without one', async () => {
    await take(statLine, of2021)
    const in2023 = statLine.split('\r\n').filter((line) => !line.includes('GM0457'))
    await take(in2023.join('\r\n'), { name: 'Gebieden in Nederland 2023.csv' })
    expect(
      await ask(`{
        weesp: municipality(code: "GM0457") { last: regions(kind: LABOUR_MARKET) { code period } after: regions(period: 2023) { code } }
        amsterdam: municipality(code: "GM0363") { regions(kind: GGD) { period municipalityCodes } before: regions(kind: GGD, period: 2021) { municipalityCodes } } }`),
    ).toEqual({
      weesp: { last: [{ code: 'AM17', period: 2021 }], after: [] },
      amsterdam: {
        regions: [{ period: 2023, municipalityCodes: ['GM0363'] }],
        before: [{ municipalityCodes: ['GM0363', 'GM0457'] }],
      },
    })
  })

  it('a municipality that no table had can be asked for, has no year, and gets its own once a table has it', async () => {
    await take(statLine, of2021)
    const query =
      '{ municipality(code: "GM0363") { name derived periods country { code } } region(code: "AM18") { municipalities { nodes { code } } } }'
    const named = { region: { municipalities: { nodes: [{ code: 'GM0363' }] } } }
    expect(await ask(query)).toEqual({
      municipality: { name: 'GM0363', derived: true, periods: [], country: { code: 'NL00' } },
      ...named,
    })
    const rows = { GM0363: ['820000'] }
    await importTable(
      [registry],
      makeTable({ period: 2023, headers: ['AantalInwoners_5'], rows, names: { GM0363: 'Amsterdam' } }),
    )
    expect(await ask(query)).toEqual({
      municipality: { name: 'Amsterdam', derived: false, periods: [2023], country: { code: 'NL00' } },
      ...named,
    })
  })

  it.each(
    casesOn(kind, [
      [
        '2024;SHELTER;AM18;Naam;GM0363',
        /line 2, column code: AM18 is no code of the kind SHELTER. Its codes begin with CG/,
      ],
      ['2024;SHELTER;GM0363;Naam;GM0363', /line 2, column code: GM0363 is no code of the kind SHELTER/],
      ['2024;SHELTER;CG1;Naam;GM0363', /line 2, column code: «CG1» cannot be read/],
      ['2024;SHELTERS;CG01;Naam;GM0363', /line 2, column kind: .*one of LABOUR_MARKET/],
      ['2024;SHELTER;CG01;;GM0363', /line 2, column name: the cell is empty/],
      ['24;SHELTER;CG01;Naam;GM0363', /line 2, column period/],
      ['2024;SHELTER;CG01;Naam;WK036300', /line 2, column municipality/],
      [
        '2024;SHELTER;CG01;Naam;GM0457',
        /line 2, column municipality: there was no GM0457 in 2024: it became part of GM0363 \(Amsterdam\) in 2023/,
      ],
      ['2024;SHELTER;CG01;Naam;GM0363\n2024;SHELTER;CG01;Naam;GM0363', /stand twice, first on line 2/],
      [
        '2024;SHELTER;CG01;Naam;GM0363\n2024;SHELTER;CG01;Anders;GM0599',
        /line 3, column name: CG01 is called "Naam" and "Anders"/,
      ],
      [
        '2024;SHELTER;CG01;Naam;GM0363\n2024;SHELTER;CG02;Anders;GM0363',
        /line 3, column municipality: GM0363 lies in CG01 and in CG02/,
      ],
      [
        '2024;SHELTER;CG01;Naam;GM0363\n2024;SHELTER;CG01;Naam;GM9001',
        /line 3, column municipality: CG01 has real and invented/,
      ],
      ['2024;SHELTER;CG9109;Naam;GM9003', /GM9003 lies in CG9102 and in CG9109 in 2024/],
      ['2024;SHELTER;CG01', /line 2/],
      ['', /no rows/],
    ]),
  )('a wrong file is refused with its place, and nothing is stored: %s', async (rows, message) => {
    await take(example)
    const before = await ask(regions)
    await expect(take(`${header}\n${rows}\n`, { retrievedAt: '2025-06-01' })).rejects.toThrow(message)
    expect(await ask(regions)).toEqual(before)
  })

  it.each(
    casesOn(kind, [
      [
        'no year anywhere',
        statLine,
        'Gebieden.csv',
        /nothing says which year it is of. Say which with --year/,
      ],
      [
        'a code of another kind',
        statLine.replace('AM18', 'GG18'),
        of2021.name,
        /line 2, column .*Arbeidsmarktregio's\/Code \(code\): GG18 is no code/,
      ],
      [
        'a code without a name',
        statLine.replace('Groot Amsterdam', ''),
        of2021.name,
        /line 2, column .*Naam \(naam\): the cell is empty/,
      ],
      [
        'a name without its column',
        statLine.replace("GGD-regio's/Naam (naam)", 'Iets anders'),
        of2021.name,
        /stands without its other half/,
      ],
      [
        'a municipality twice',
        statLine.replace('GM0457', 'GM0363'),
        of2021.name,
        /line 3: municipality GM0363 stands twice, first on line 2/,
      ],
      [
        'no code of a municipality',
        statLine.replace('GM0457', 'Weesp '),
        of2021.name,
        /line 3, column .*Code \(code\): «Weesp» is not an area code/,
      ],
      [
        'a municipality of another year',
        statLine,
        'Gebieden in Nederland 2023.csv',
        /line 3, column .*: there was no GM0457 in 2023/,
      ],
      ['a row cut off', statLine.slice(0, -30), of2021.name, /line 3/],
      [
        'no division of ours',
        'Codes en namen van gemeenten/Code (code);Lokaliseringen van gemeenten/Provincies/Code (code)\nGM0363;PV27\n',
        of2021.name,
        /no column is a division that this graph has. It has: arbeidsmarktregio's/,
      ],
    ]),
  )('a wrong table of the CBS is refused, and nothing is stored: %s', async (_, text, name, message) => {
    await expect(take(text, { name })).rejects.toThrow(message)
    expect(await ask(regions)).toEqual({ regions: { nodes: [] } })
  })

  it('a failure after these were written leaves what was there', async () => {
    await take(example)
    const failing: RecordsFormat = {
      name: 'fails',
      columns: ['period'],
      prepare: () => ({
        accept: () => undefined,
        stage: () => Promise.reject(new Error('the disk is full')),
      }),
    }
    const before = await ask(regions)
    const changed = `${header}\n2024;SHELTER;CG9101;Nieuwe naam;GM9001\n`
    const options = { retrievedAt: '2025-06-01', formats: [...registry.formats, failing] }
    await expect(take(changed, options)).rejects.toThrow('the disk is full')
    expect(await ask(regions)).toEqual(before)
  })
})
