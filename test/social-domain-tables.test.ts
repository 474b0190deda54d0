/**
 * The tables that give figures in rows of categories, through the running graph: clients of the Social Support Act by type, youth care by form,
 * stacked use of the social domain, and homeless people of the country, each as StatLine downloads it. Figures of homeless people and of stacked
 * use are those that the CBS published; the others are invented, of an area that does not exist.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { openHub, type TestHub } from './hub.ts'
import { sourcesOf } from './plain-rows.ts'

let hub: TestHub
beforeEach(async () => {
  hub = await openHub({ country: null })
})
afterEach(async () => {
  await hub.close()
})

async function importCsv(name: string, lines: readonly (readonly string[])[]) {
  const path = join(mkdtempSync(join(tmpdir(), 'social-domain-')), name)
  const text = lines.map((cells) => `${cells.map((cell) => `"${cell}"`).join(';')}\r\n`).join('')
  writeFileSync(path, `\uFEFF${text}`)
  return importTable(hub.subgraphs, await openFile(path, { sources: sourcesOf(hub.subgraphs) }))
}

async function answer(query: string): Promise<unknown> {
  const { data, errors } = await hub.ask(query)
  expect(errors).toEqual([])
  return data
}

const place = 'Regioaanduiding/Codering (code)'

describe('homeless people of the country', () => {
  const table = [
    ['Persoonskenmerken', 'Perioden', 'Dakloze mensen (x 1 000)', 'Dakloze mensen relatief (%)'],
    ['Totaal personen', '2018', '39,3', '100'],
    ['Totaal personen', '2020*', '36,4', '100'],
    ['Totaal personen', '2021*', '32,0', '100'],
    ['Geslacht: Mannen', '2018', '33,0', '84'],
    ['Geslacht: Mannen', '2020*', '30,6', '84'],
    ['Geslacht: Mannen', '2021*', '26,7', '83'],
    ['Leeftijd: 18 tot 27 jaar', '2018', '.', '.'],
    ['Leeftijd: 18 tot 27 jaar', '2020*', '8,5', '23'],
    ['Leeftijd: 18 tot 27 jaar', '2021*', '5,7', '18'],
    ['Leeftijd: 18 tot 30 jaar', '2018', '12,6', '32'],
  ]

  it('in people, by year, as estimates, with why there is none', async () => {
    const report = await importCsv('Dakloze_mensen__persoonskenmerken_01122026_080000.csv', table)
    expect(report.unknownColumns).toEqual([])
    const asked = await answer(
      `{ area(code: "NL00") { homelessnessSeries { period people men aged18To27 aged18To27Share
         source { table title kind } missing { field reason } statuses { field status } } } }`,
    )
    expect(asked).toMatchObject({
      area: {
        homelessnessSeries: [
          {
            period: 2018,
            people: 39_300,
            men: 33_000,
            aged18To27: null,
            aged18To27Share: null,
            missing: expect.arrayContaining([
              { field: 'aged18To27', reason: 'NOT_AVAILABLE' },
              { field: 'women', reason: 'NOT_IMPORTED' },
            ]) as unknown,
          },
          { period: 2020, people: 36_400, men: 30_600, aged18To27: 8_500, aged18To27Share: 23 },
          {
            period: 2021,
            people: 32_000,
            men: 26_700,
            aged18To27: 5_700,
            source: {
              table: '80799ned',
              title: 'Dakloze mensen; persoonskenmerken, 2021',
              kind: 'MODELLED_ESTIMATE',
            },
            statuses: expect.arrayContaining([{ field: 'people', status: 'PROVISIONAL' }]) as unknown,
          },
        ],
      },
    })
  })
})

describe('stacked use of the social domain', () => {
  const row = (
    amount: string,
    kind: string,
    name: string,
    code: string,
    clients: string,
    households: string,
  ) => [amount, kind, name, code, '2024', clients, households]
  const parts = [
    ['Totaal', '39860', '32690'],
    ['Alleen Jeugd', '8970', '5780'],
    ['Alleen P-wet', '11835', '8425'],
    ['Alleen Wmo', '15310', '13660'],
    ['Jeugd en P-wet', '115', '830'],
    ['Jeugd en Wmo', '195', '475'],
    ['P-wet en Wmo', '3400', '3280'],
    ['Jeugd, P-wet en Wmo', '35', '235'],
  ] as const

  it('by the acts together, of clients and of households; by the number of provisions is left out', async () => {
    const report = await importCsv('85994NED.csv', [
      [
        'Aantal voorzieningen',
        'Soort voorziening sociaal domein',
        'Wijken',
        place,
        'Perioden',
        'Sociaal domein cliënten/huishoudens/Cliënten met voorzieningen (aantal)',
        'Sociaal domein cliënten/huishoudens/Huishoudens met voorzieningen (aantal)',
      ],
      ...parts.map(([kind, clients, households]) =>
        row('Totaal', kind, 'Utrecht', 'GM0344', clients, households),
      ),
      row('Totaal', 'Jeugd en P-wet', 'Utrechtse Heuvelrug', 'GM1581', '.', '40'),
      row('1 maatwerkvoorziening', 'Totaal', 'Utrecht', 'GM0344', '22110', '14720'),
    ])
    expect(report.warnings).toContain(
      '1 rows of other Aantal voorzieningen than the declared one are left out',
    )
    const asked = await answer(`{ areas(codes: ["GM0344", "GM1581"]) { code socialDomainUse {
      clients clientsYouthOnly clientsParticipationOnly clientsSocialSupportOnly clientsYouthAndParticipation
      clientsYouthAndSocialSupport clientsParticipationAndSocialSupport clientsAllThree
      households householdsYouthOnly householdsParticipationOnly householdsSocialSupportOnly householdsYouthAndParticipation
      householdsYouthAndSocialSupport householdsParticipationAndSocialSupport householdsAllThree } } }`)
    const { areas } = asked as { areas: { socialDomainUse: Record<string, number | null> }[] }
    const values = parts.map(([, clients, households]) => [Number(clients), Number(households)])
    expect(Object.values(areas[0]?.socialDomainUse ?? {})).toEqual([
      ...values.map(([clients]) => clients),
      ...values.map(([, households]) => households),
    ])
    expect(areas[1]?.socialDomainUse).toMatchObject({
      clients: null,
      clientsYouthAndParticipation: null,
      householdsYouthAndParticipation: 40,
    })
  })
})

describe('clients of the Social Support Act and youth care', () => {
  it('by type of provision: whole years alone, with districts, and rates', async () => {
    const clients = ['Wmo-cliënten (aantal)', 'Wmo-cliënten per 1 000 inwoners (per 1 000 inwoners)']
    const report = await importCsv('86158NED.csv', [
      ['Type maatwerkvoorziening', 'Wijken', place, 'Perioden', ...clients],
      ['Totaal', 'Proefstad', 'GM9001', '1e halfjaar 2025*', '80', '40'],
      ['Totaal', 'Proefstad', 'GM9001', '2025*', '100', '50'],
      ['Totaal', 'Proefwijk', 'WK900101', '2025*', '60', '55'],
      ['Hulp bij het huishouden', 'Proefstad', 'GM9001', '2025*', '45', '22'],
      ['Hulp bij het huishouden', 'Proefwijk', 'WK900101', '2025*', '.', '.'],
      ['Verblijf en opvang, totaal', 'Proefstad', 'GM9001', '2025*', '5', '3'],
    ])
    expect(report.warnings).toContain('1 rows of half years, quarters or months are left out')
    expect(
      await answer(`{ areas(codes: ["GM9001", "WK900101"]) { name socialSupport {
        period clients clientsPer1000 domesticHelpClients stayOrShelterClientsPer1000 homeSupportClients } } }`),
    ).toEqual({
      areas: [
        {
          name: 'Proefstad',
          socialSupport: {
            period: 2025,
            clients: 100,
            clientsPer1000: 50,
            domesticHelpClients: 45,
            stayOrShelterClientsPer1000: 3,
            homeSupportClients: null,
          },
        },
        {
          name: 'Proefwijk',
          socialSupport: {
            period: 2025,
            clients: 60,
            clientsPer1000: 55,
            domesticHelpClients: null,
            stayOrShelterClientsPer1000: null,
            homeSupportClients: null,
          },
        },
      ],
    })
  })

  it('of another year, which is another table, is refused; a table of regions with the same columns is not taken for it', async () => {
    const columns = ['Perioden', 'Wmo-cliënten (aantal)']
    const old = importCsv('wmo.csv', [
      ['Type maatwerkvoorziening', 'Wijken', place, ...columns],
      ['Totaal', 'Proefstad', 'GM9001', '2021', '90'],
    ])
    await expect(old).rejects.toThrow(
      'wmo.csv, line 2, column Perioden: the row is of 2021, and the table 86158NED is of 2025. It is of another table: say which with --table.',
    )
    const regions = importCsv('wmo.csv', [
      ['Type maatwerkvoorziening', "Regio's", place, ...columns],
      ['Totaal', 'Proefstad', 'GM9001', '2025', '90'],
    ])
    await expect(regions).rejects.toThrow(/^wmo\.csv/)
    expect(await answer('{ area(code: "GM9001") { socialSupport { clients } } }')).toEqual({ area: null })
  })

  it('as observations of the v4 interface: why there is no figure is told, where the CBS says why', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'social-domain-'))
    const write = (name: string, rows: readonly object[]) => {
      const path = join(folder, `86158NED_${name}.json`)
      writeFileSync(path, JSON.stringify(rows))
      return path
    }
    write('MeasureCodes', [
      { Identifier: 'M1', Title: 'Wmo-cliënten', Unit: 'aantal' },
      { Identifier: 'M2', Title: 'Wmo-cliënten per 1 000 inwoners', Unit: 'per 1 000 inwoners' },
    ])
    const kinds = { T001024: 'Totaal', X1: 'Hulp bij het huishouden', X2: 'Overig totaal' }
    write(
      'TypeMaatwerkvoorzieningCodes',
      Object.entries(kinds).map(([Identifier, Title]) => ({ Identifier, Title })),
    )
    const seen = (kind: string, Measure: string, Value: number | null, why = 'None') => ({
      ...{ Measure, ValueAttribute: why, Value, StringValue: null, Wijken: 'GM9001' },
      ...{ Perioden: '2025JJ00', TypeMaatwerkvoorziening: kind },
    })
    const path = write('Observations', [
      seen('T001024', 'M1', 100),
      seen('T001024', 'M2', null, 'Missing'),
      seen('X1', 'M1', null, 'Confidential'),
      seen('X1', 'M2', null, 'Unreliable'),
      seen('X2', 'M1', null, 'Impossible'),
    ])
    await importTable(hub.subgraphs, await openFile(path, { sources: sourcesOf(hub.subgraphs) }))
    const asked = await answer(
      `{ area(code: "GM9001") { socialSupport { clients missing { field reason } } } }`,
    )
    const { socialSupport } = (asked as { area: { socialSupport: { missing: { reason: string }[] } } }).area
    expect(socialSupport).toEqual({
      clients: 100,
      missing: expect.arrayContaining([
        { field: 'clientsPer1000', reason: 'NOT_AVAILABLE' },
        { field: 'domesticHelpClients', reason: 'CONFIDENTIAL' },
        { field: 'domesticHelpClientsPer1000', reason: 'UNRELIABLE' },
        { field: 'otherClients', reason: 'IMPOSSIBLE' },
        { field: 'otherClientsPer1000', reason: 'NOT_AVAILABLE' },
      ]) as unknown,
    })
  })

  it('by form, age and referrer', async () => {
    const young = 'Jongeren met jeugdzorg in natura'
    const trajectories = 'Jeugdzorgtrajecten in natura'
    await importCsv('86204NED.csv', [
      [
        ...['Vormen van jeugdzorg', 'Wijken', place, 'Perioden'],
        `${young}/Totaal jongeren met jeugdzorg in natura (aantal)`,
        `${young}/Leeftijd/0 tot 4 jaar (aantal)`,
        `${young}/Samenstelling huishouden bij hulpvraag/Ander huishouden (aantal)`,
        `${trajectories}/Totaal trajecten in natura (aantal)`,
        `${trajectories}/Verwijzer/Rechter, Officier van Justitie, ... (aantal)`,
      ],
      ['Totaal alle jeugdzorg in natura', 'Proefstad', 'GM9001', '2025*', '70', '10', '.', '90', '15'],
      ['Jeugdbescherming', 'Proefstad', 'GM9001', '2025*', '15', '.', '.', '15', '15'],
      ['Jeugdhulp met verblijf', 'Proefstad', 'GM9001', '2025*', '20', '.', '.', '25', '.'],
    ])
    expect(
      await answer(`{ area(code: "GM9001") { youthCare { youngPeople aged0To4 inOtherHousehold trajectories referredByJudge
        youthProtection youthHelpWithStay youthProbation missing { field reason } } } }`),
    ).toMatchObject({
      area: {
        youthCare: {
          ...{ youngPeople: 70, aged0To4: 10, inOtherHousehold: null, trajectories: 90, referredByJudge: 15 },
          ...{ youthProtection: 15, youthHelpWithStay: 20, youthProbation: null },
          missing: expect.arrayContaining([
            { field: 'inOtherHousehold', reason: 'NOT_AVAILABLE' },
            { field: 'youthProbation', reason: 'NOT_IMPORTED' },
          ]) as unknown,
        },
      },
    })
  })
})
