/**
 * The year of a table comes from what the file itself says; signs that disagree, or are none, are refused
 * with what each says.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/statline/open-file.ts'
import { describeWith } from '../requirements.ts'
import * as shared from './shared-data.ts'
import { bulkCsv, newFolder, refusalOf, rowsOf, writeTemporary } from './tables.ts'

const plain = bulkCsv(['AantalInwoners_5', 'Koopwoningen_40'], [['GM0518', 545838, 42]])
const until2022 = bulkCsv(
  ['AantalInwoners_5', 'WestersTotaal_17', 'NietWestersTotaal_18'],
  [['GM0518', 1, 2, 3]],
)
const of2023 = bulkCsv(
  [
    'AantalInwoners_5',
    'EuropaExclusiefNederland_18',
    'EuropaExclusiefNederland_21',
    'EuropaExclusiefNederland_23',
    'PercentageBewoond_39',
  ],
  [['GM0518', 1, 2, 3, 4, 5]],
)
const from2024 = bulkCsv(['AantalInwoners_5', 'NietWoningvoorraad_37'], [['GM0518', 1, 2]])
const firstRelease = bulkCsv(
  ['AantalInwoners_5', 'WestersTotaal_17', 'AantalInkomensontvangers_70', 'WmoClienten_89'],
  [
    ['GM0518', 545838, 105315, null, null],
    ['WK051801', 0, 0, '       .', ''],
  ],
)

const yearOf = async (name: string, content: string, period?: number) =>
  (await openFile(writeTemporary(name, content), { period })).period

const messageOf = async (name: string, content: string, period?: number) =>
  (await refusalOf(writeTemporary(name, content), { period })).message

describe('the year comes from what the file says', () => {
  it('a table id in its name, a year in its name, a table id in the name of its folder', async () => {
    expect(await yearOf('marginal_84583NED.csv', plain)).toBe(2019)
    expect(await yearOf('84799ned.csv', plain)).toBe(2020)
    expect(await yearOf('Kerncijfers_wijken_en_buurten_2021_11122025_141648.csv', plain)).toBe(2021)
    expect(await yearOf('kwb2018 (export 2026-01-31).csv', plain)).toBe(2018)
    expect(await yearOf('BU05180170_2021.csv', plain)).toBe(2021)
    const folder = join(newFolder(), 'kwb-2020-84799NED-denhaag')
    mkdirSync(folder)
    expect((await openFile(writeTemporary('a.csv', plain, folder))).period).toBe(2020)
  })

  it('its odata.metadata, whatever it is called', async () => {
    const answer = {
      'odata.metadata': 'https://host/ODataApi/OData/85318NED/$metadata#Cbs.OData.WebAPI.TypedDataSet',
      value: [{ Codering_3: 'GM0518', AantalInwoners_5: 1 }],
    }
    expect(await yearOf('answer.json', JSON.stringify(answer))).toBe(2022)
  })

  it('the metadata beside it, which also tells title and status', async () => {
    const folder = newFolder()
    const infos = [{ Identifier: '85039NED', Title: 'Kerncijfers wijken en buurten 2021', Period: '2021*' }]
    writeTemporary('TableInfos.json', JSON.stringify({ value: infos }), folder)
    const table = await openFile(writeTemporary('a.csv', plain, folder))
    expect(table.period).toBe(2021)
    expect(table.source).toMatchObject({
      table: '85039NED',
      title: 'Kerncijfers wijken en buurten 2021',
      status: 'PROVISIONAL',
    })
  })

  it('its columns, where they are of one year only', async () => {
    expect(await yearOf('a.csv', of2023)).toBe(2023)
  })
})

describe('a year that is not told or not believed needs --year', () => {
  it('nothing says it: the years its columns fit are named', async () => {
    expect(await messageOf('a.csv', until2022)).toBe(
      'a.csv: nothing says which year it describes; its columns fit years up to 2022. Say which with --year (2013 to 2025).',
    )
    expect(await messageOf('a.csv', from2024)).toContain('its columns fit 2024 and later')
    expect(await yearOf('a.csv', until2022, 2021)).toBe(2021)
  })

  it('its name says two things', async () => {
    expect(await messageOf('2019_84799NED.csv', plain)).toContain(
      'disagree about the year: the table id 84799NED in its name is of 2020, its name says 2019. Say which it is with --year.',
    )
    expect(await yearOf('2019_84799NED.csv', plain, 2020)).toBe(2020)
  })

  it('its name says a year its columns cannot be of', async () => {
    expect(await messageOf('84583NED.csv', of2023)).toContain(
      'column EuropaExclusiefNederland: the table id 84583NED in its name is of 2019, but this column was first published for 2023',
    )
  })

  it('a first release under the columns 2019 and 2020 share: its name alone is not believed', async () => {
    const message = await messageOf('marginal_2019_84583NED.csv', firstRelease)
    expect(message).toContain('its year rests on its name alone')
    expect(message).toContain('Say which year it is with --year.')
    expect(await yearOf('marginal_2019_84583NED.csv', firstRelease, 2020)).toBe(2020)
    expect(await yearOf('kwb_2019.csv', firstRelease.replace('       .', ' 12.3'))).toBe(2019)
    expect(await yearOf('kwb_2022.csv', firstRelease)).toBe(2022)
  })
})

describe('--year is held against the content', () => {
  it('columns of another year', async () => {
    expect(await messageOf('a.csv', of2023, 2019)).toBe(
      'a.csv, column EuropaExclusiefNederland: --year says 2019, but this column was first published for 2023. Its columns fit 2023: say which year with --year.',
    )
    expect(await messageOf('a.csv', until2022, 2024)).toContain('was last published for 2022')
  })

  it('areas of another year', async () => {
    const areas = (code: string) =>
      bulkCsv(
        ['AantalInwoners_5'],
        [
          ['NL00', 1],
          [code, 2],
        ],
      )
    expect(await messageOf('a.csv', areas('GM1979'), 2020)).toBe(
      'a.csv, line 3, column Codering_3: area GM1979 does not exist in 2020: it was made in 2021 of GM0003 (Appingedam), GM0010 (Delfzijl), GM0024 (Loppersum). The file is of another year: say which with --year.',
    )
    expect(await messageOf('a.csv', areas('BU04570000'), 2023)).toContain(
      'area BU04570000 does not exist in 2023: its municipality GM0457 became part of GM0363 (Amsterdam) in 2023',
    )
    expect(await messageOf('a.csv', areas('GM0005'), 2019)).toContain(
      'area GM0005 does not exist in 2019: it became part of GM1966 (Het Hogeland) in 2019.',
    )
    expect(await messageOf('a.csv', areas('GM1966'), 2018)).toContain(
      'area GM1966 does not exist in 2018: it was made in 2019 of GM0005 (Bedum), GM1663 (De Marne), GM1651 (Eemsmond), part of GM0053 (Winsum).',
    )
    expect(await messageOf('a.csv', areas('GM0788'), 2024)).toContain('it was split over GM0757 (Boxtel)')
    expect(await messageOf('a.csv', areas('WK0363AA'), 2022)).toContain('it is of 2023 and later')
    expect(await messageOf('a.csv', areas('BU03630000'), 2024)).toContain('it is of years up to 2022')
  })

  it('columns that never stood together', async () => {
    const mixed = bulkCsv(
      ['AantalInwoners_5', 'WestersTotaal_17', 'NietWoningvoorraad_37'],
      [['GM0518', 1, 2, 3]],
    )
    expect(await messageOf('a.csv', mixed, 2022)).toContain('columns of different years stand together')
  })

  it('a year without a known table', async () => {
    expect(await messageOf('a.csv', from2024, 2031)).toContain('no table of 2031 is known')
  })
})

describeWith([shared.theHague2020, shared.utrecht2023], 'the file whose name lies', () => {
  it('needs --year in its folder, which says otherwise, and anywhere else', async () => {
    expect((await refusalOf(shared.theHague2020.path)).message).toContain(
      'the table id 84583NED in its name is of 2019, its folder says 84799NED, of 2020. Say which it is with --year.',
    )
    const copy = join(newFolder(), basename(shared.theHague2020.path))
    copyFileSync(shared.theHague2020.path, copy)
    expect((await refusalOf(copy)).message).toContain('Say which year it is with --year.')
    expect(await rowsOf(await openFile(copy, { period: 2020 }))).toHaveLength(159)
  })

  it('a workbook whose name contradicts its sheet needs it too', async () => {
    const copy = join(newFolder(), 'kwb-2022.xlsx')
    copyFileSync(shared.utrecht2023.path, copy)
    expect((await refusalOf(copy)).message).toContain('its sheet "kwb-2023" says 2023, its name says 2022')
    expect((await openFile(copy, { period: 2023 })).period).toBe(2023)
    expect((await refusalOf(copy, { period: 2022 })).message).toContain('column a_nl_all: --year says 2022')
  })
})
