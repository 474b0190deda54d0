/** Releases of one table as they come to a hub: through files, every subgraph and the gateway. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile, type OpenFileOptions } from '@samenhang/subgraph-kit/statline/open-file'
import { caseFile, describeWith } from '@samenhang/subgraph-kit/requirements'
import { openHub, type TestHub } from './hub.ts'

let folder: string
let hub: TestHub

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  hub = await openHub({ country: null })
})
afterEach(() => hub.close())

/** A bulk CSV of one municipality with one neighbourhood; a cell for each key. */
function bulk(name: string, cells: Readonly<Record<string, string>>): string {
  const keys = Object.keys(cells)
  const header = ['ID', 'WijkenEnBuurten', 'Gemeentenaam_1', 'SoortRegio_2', 'Codering_3', ...keys]
  const rows = ['GM8001    ', 'BU80010000'].map((code, id) => [
    String(id),
    code,
    'Proefstad',
    'Gebied',
    code,
    ...keys.map((key) => cells[key] ?? ''),
  ])
  const text = [header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n')
  writeFileSync(join(folder, name), `${text}\n`)
  return join(folder, name)
}

/** A download of StatLine with one topic. */
function theme(name: string, heading: string, cell: string): string {
  const header = `"Wijken en buurten";"Regioaanduiding/Gemeentenaam (naam)";"Regioaanduiding/Codering (code)";"${heading}"`
  writeFileSync(join(folder, name), `\uFEFF${header}\r\n"Proefstad";"Proefstad";"GM8001    ";${cell}\r\n`)
  return join(folder, name)
}

const take = async (path: string, options: OpenFileOptions = {}, force = false) =>
  importTable(hub.subgraphs, await openFile(path, options), { force })

const whole = {
  AantalInwoners_5: '1200',
  GemiddeldeWoningwaarde_35: '305',
  Koopwoningen_40: '55',
  OpleidingsniveauLaag_64: '240',
  GemiddeldInkomenPerInwoner_72: '27.5',
  WmoClienten_89: '65',
}
const withoutWoz = Object.fromEntries(
  Object.entries(whole).filter(([key]) => key !== 'GemiddeldeWoningwaarde_35'),
)
const march = {
  ...whole,
  GemiddeldeWoningwaarde_35: '300',
  OpleidingsniveauLaag_64: '.',
  GemiddeldInkomenPerInwoner_72: '.',
  WmoClienten_89: '.',
}

const figures = `{ municipality(code: "GM8001") {
  population { inhabitants }
  housing { averageWozValue ownerOccupiedShare missing { field reason } sources { fields source { retrievedAt } } }
  education { educationLow }
  labourMarket { averageIncomePerInhabitant }
  care { socialSupportClients }
} }`

interface Housing {
  readonly averageWozValue: number | null
  readonly ownerOccupiedShare: number | null
  readonly missing: readonly { field: string; reason: string }[]
  readonly sources: readonly { fields: string[]; source: { retrievedAt: string } }[]
}

async function stored() {
  const { data } = await hub.ask(figures)
  const { municipality } = data as unknown as {
    municipality: Readonly<Record<string, Record<string, number | null>>> & { housing: Housing }
  }
  const { housing, population, education, labourMarket, care } = municipality
  return {
    housing,
    others: [
      population?.['inhabitants'],
      education?.['educationLow'],
      labourMarket?.['averageIncomePerInhabitant'],
      care?.['socialSupportClients'],
    ],
  }
}

const october = { period: 2019, retrievedAt: '2025-10-31' }
const november = { period: 2019, retrievedAt: '2025-11-30' }

/** Made here, and as found in circulation where those files are. */
const kinds: readonly {
  readonly kind: string
  readonly file: (folder: string, name: string, make: () => string) => string
}[] = [
  { kind: 'made here', file: (_folder, _name, make) => make() },
  { kind: 'in circulation', file: (from, name) => caseFile(`${from}/${name}`).path },
]

for (const { kind, file } of kinds)
  describeWith(kind === 'made here' ? [] : caseFile('README.md'), `files ${kind}`, () => {
    const first = () =>
      file('03-force-mixes-revisions', '1-kwb-84583NED-october.csv', () => bulk('october.csv', whole))
    const second = () =>
      file('03-force-mixes-revisions', '2-kwb-84583NED-without-woz.csv', () =>
        bulk('november.csv', withoutWoz),
      )

    it('a release without a column, by force: no figure of the release before stands under its source', async () => {
      await take(first(), october)
      await take(second(), november, true)
      const { housing } = await stored()
      expect(housing).toMatchObject({
        averageWozValue: null,
        ownerOccupiedShare: 55,
        sources: [{ fields: ['ownerOccupiedShare'], source: { retrievedAt: '2025-11-30T00:00:00.000Z' } }],
      })
      expect(housing.missing).toContainEqual({ field: 'averageWozValue', reason: 'NOT_IMPORTED' })
    })

    it('a release without a column, unforced: what it lacks stays, under the source it is from', async () => {
      await take(first(), october)
      await take(second(), november)
      const { housing } = await stored()
      expect([housing.averageWozValue, housing.ownerOccupiedShare]).toEqual([305_000, 55])
      expect(housing.sources).toEqual([
        { fields: ['ownerOccupiedShare'], source: { retrievedAt: '2025-11-30T00:00:00.000Z' } },
        { fields: ['averageWozValue'], source: { retrievedAt: '2025-10-31T00:00:00.000Z' } },
      ])
    })

    it('an early release that was copied later is refused: what would be lost is counted and named', async () => {
      await take(
        file('04-early-release-copied-later', '1-kwb-84583NED-october.csv', () => bulk('october.csv', whole)),
        october,
      )
      const early = file('04-early-release-copied-later', '2-kwb-84583NED-march.csv', () =>
        bulk('march.csv', march),
      )
      await expect(take(early, { period: 2019 })).rejects.toThrow(
        /: 6 figures of 2019 would become missing: care\.socialSupportClients \(2\), education\.educationLow \(2\), labourMarket\.averageIncomePerInhabitant \(2\); that it is of .* is only when the file was last written\. .*--force/,
      )
      const { housing, others } = await stored()
      expect(housing.averageWozValue).toBe(305_000)
      expect(others).toEqual([1_200, 240, 27_500, 65])
    })

    it('two themes in two files: both stand in the graph, each with its source', async () => {
      const benefits = file(
        '07-two-themes-two-files',
        'Kerncijfers_wijken_en_buurten_2024_01022025_101010.csv',
        () =>
          theme(
            'Kerncijfers_wijken_en_buurten_2024_01022025_101010.csv',
            'Sociale zekerheid/Personen per soort uitkering; Bijstand (aantal)',
            '40',
          ),
      )
      const incomes = file(
        '07-two-themes-two-files',
        'Kerncijfers_wijken_en_buurten_2024_01022025_101110.csv',
        () =>
          theme(
            'Kerncijfers_wijken_en_buurten_2024_01022025_101110.csv',
            'Inkomen/Personen/Gemiddeld inkomen per inwoner  (x 1 000 euro)',
            '27,5',
          ),
      )
      for (const path of [benefits, incomes]) await take(path)
      const { data } = await hub.ask(
        '{ municipality(code: "GM8001") { labourMarket { socialAssistanceRecipients averageIncomePerInhabitant sources { fields source { retrievedAt } } } } }',
      )
      expect(data).toEqual({
        municipality: {
          labourMarket: {
            socialAssistanceRecipients: 40,
            averageIncomePerInhabitant: 27_500,
            sources: [
              {
                fields: ['averageIncomePerInhabitant'],
                source: { retrievedAt: '2025-02-01T09:11:10.000Z' },
              },
              {
                fields: ['socialAssistanceRecipients'],
                source: { retrievedAt: '2025-02-01T09:10:10.000Z' },
              },
            ],
          },
        },
      })
    })
  })

describeWith(caseFile('14-names-lost'), 'names in circulation', () => {
  const files = ['1-Kerncijfers_wijken_en_buurten_2024_01022025_101010.csv', '2-kwb-85984NED.csv']

  it.each([[files], [files.toReversed()]])('a file without names takes none away: %s', async (names) => {
    for (const name of names) await take(caseFile(`14-names-lost/${name}`).path)
    expect((await hub.ask('{ neighbourhood(code: "BU80010000") { name } }')).data).toEqual({
      neighbourhood: { name: 'Molenakker' },
    })
  })
})
