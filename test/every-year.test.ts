/**
 * Every declared indicator of every year arrives, whatever the form of the file: the keys that the tables of a year have are
 * written down here apart from the declarations, and made into a file with keys and one with headings.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { print, visit, type DocumentNode } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSlices } from '@samenhang/schema/slices'
import { isPublishedFor, readProfiles, type Indicator } from '@samenhang/subgraph-kit/indicator'
import { keyOfTitle } from '@samenhang/subgraph-kit/statline/occurrence'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import type { PublishedTable } from '@samenhang/subgraph-kit/statline/table'
import { caseFile, itWith } from '@samenhang/subgraph-kit/requirements'

const keysOf: Readonly<Record<number, readonly string[]>> = keysByYear()

/** Those of the tables of the CBS; a domain may have others. */
const indicators: readonly Indicator[] = readSlices().flatMap(({ typeDefs }) => {
  const published = fieldsOf(typeDefs, 'KWB')
  return readProfiles(typeDefs).flatMap(({ type, indicators: own }) =>
    own.filter(({ field }) => published.has(`${type}.${field}`)),
  )
})
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenhang-years-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The fields of the year that the table has no column for, and the columns that are no declared field's. */
function strays(table: PublishedTable) {
  const holds = ({ columns, occurrence }: Indicator) =>
    table.columns.some(
      (column) =>
        columns.includes(column.name) && column.occurrence === (isShared(column.name) ? occurrence : 1),
    )
  return {
    lacking: indicators
      .filter((indicator) => isPublishedFor(indicator, table.period) && !holds(indicator))
      .map(({ field }) => field),
    unknown: table.columns
      .filter(({ name }) => !indicators.some(({ columns }) => columns.includes(name)))
      .map(({ header }) => header),
  }
}

const isShared = (name: string) => indicators.filter(({ columns }) => columns.includes(name)).length > 1

/** The fields that say that their figures come from this source, as `HousingProfile.dwellings`. */
function fieldsOf(typeDefs: DocumentNode, source: string): ReadonlySet<string> {
  const names = new Set<string>()
  let type = ''
  visit(typeDefs, {
    ObjectTypeDefinition(node) {
      type = node.name.value
    },
    FieldDefinition({ name, directives = [] }) {
      const given = directives.find((directive) => directive.name.value === 'indicator')?.arguments ?? []
      const isOf = given.some(
        (argument) => argument.name.value === 'source' && print(argument.value) === JSON.stringify(source),
      )
      if (isOf) names.add(`${type}.${name.value}`)
    },
  })
  return names
}

async function write(name: string, header: readonly string[], cells: readonly string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `${header.join(';')}\n${cells.join(';')}\n`)
  return path
}

describe('every indicator that is declared for a year arrives', () => {
  const years = Object.keys(keysOf).map(Number)

  it.each(years)('of the keys of %i', async (year) => {
    const keys = (keysOf[year] ?? []).map((key, index) => `${key}_${index + 4}`)
    const header = ['ID', 'WijkenEnBuurten', 'Gemeentenaam_1', 'SoortRegio_2', 'Codering_3', ...keys]
    const cells = ['1', 'GM8001', 'Proefstad', 'Gemeente', 'GM8001', ...keys.map(() => '.')]
    const table = await openFile(await write(`kwb-keys-of-${year}.csv`, header, cells), { period: year })
    expect(strays(table)).toEqual({ lacking: [], unknown: [] })
  })

  it.each(years)('of the headings of %i, whatever groups they stand under', async (year) => {
    const counts = new Map<string, number>()
    const headings = (keysOf[year] ?? []).map((key) => {
      const occurrence = (counts.get(key) ?? 0) + 1
      counts.set(key, occurrence)
      return `"${groupOf(key, occurrence)}/${titleOf(key)} (aantal)"`
    })
    const header = ['"Wijken en buurten"', '"Regioaanduiding/Codering (code)"', ...headings]
    const cells = ['Proefstad', 'GM8001', ...headings.map(() => '.')]
    const table = await openFile(await write(`kwb-headings-of-${year}.csv`, header, cells), { period: year })
    expect(strays(table)).toEqual({ lacking: [], unknown: [] })
  })

  it('a heading that is declared leads to a key that is declared', () => {
    const lost = indicators.flatMap(({ columns }) =>
      columns.filter(
        (name) => name.includes('/') && !columns.includes(keyOfTitle(name.split('/').at(-1) ?? '')),
      ),
    )
    expect(lost).toEqual([])
  })

  const headings = { 2019: '2019_01032025_101010.csv', 2022: '2022_01022025_101010.csv' }
  for (const [year, name] of Object.entries(headings)) {
    const file = caseFile(`02-statline-headings-before-2024/Kerncijfers_wijken_en_buurten_${name}`)
    itWith(file, `the headings of StatLine of ${year}`, async () => {
      const table = await openFile(file.path, { period: Number(year) })
      expect(strays(table).unknown).toEqual([])
      if (year === '2019') expect(strays(table).lacking).toEqual([])
    })
  }
})

/** A title that the CBS would give this key to. */
function titleOf(key: string): string {
  return key
    .replace(/^k_/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
}

function groupOf(key: string, occurrence: number): string {
  if (/Europa|^Nederland$/.test(key)) {
    return ['Herkomst/Herkomstland', 'Herkomst/Geboren in Nederland', 'Herkomst/Geboren buiten Nederland'][
      occurrence - 1
    ] as string
  }
  return /oning$|^Appartement/.test(key)
    ? `Energie/${occurrence === 1 ? 'Elektriciteit' : 'Aardgas'}`
    : 'Thema'
}

function keysByYear(): Record<number, readonly string[]> {
  const people = words(`AantalInwoners Mannen Vrouwen k_0Tot15Jaar k_15Tot25Jaar k_25Tot45Jaar k_45Tot65Jaar
    k_65JaarOfOuder Ongehuwd Gehuwd Gescheiden Verweduwd`)
  const background =
    words(`WestersTotaal NietWestersTotaal Marokko NederlandseAntillenEnAruba Suriname Turkije
    OverigNietWesters`)
  const origin = words(`Nederland EuropaExclusiefNederland BuitenEuropa Nederland EuropaExclusiefNederland
    BuitenEuropa EuropaExclusiefNederland BuitenEuropa`)
  const households = words(`GeboorteTotaal GeboorteRelatief SterfteTotaal SterfteRelatief HuishoudensTotaal
    Eenpersoonshuishoudens HuishoudensZonderKinderen HuishoudensMetKinderen GemiddeldeHuishoudensgrootte
    Bevolkingsdichtheid`)
  const homes = (value: string) =>
    words(`Woningvoorraad ${value} PercentageEengezinswoning PercentageMeergezinswoning PercentageBewoond
      PercentageOnbewoond Koopwoningen HuurwoningenTotaal InBezitWoningcorporatie InBezitOverigeVerhuurders
      EigendomOnbekend BouwjaarVoor2000 BouwjaarVanaf2000`)
  const property = words(`Woningvoorraad NieuwbouwWoningen NietWoningvoorraad NieuwbouwNietWoningen
    GemiddeldeWOZWaardeVanWoningen PercentageEengezinswoning PercentageTussenwoningEengezins
    PercentageHoekwoningEengezins PercentageTweeOnderEenKapWoningEe PercentageVrijstaandeWoningEengezins
    PercentageMeergezinswoning OnbewoondeWoningen Koopwoningen HuurwoningenTotaal InBezitWoningcorporatie
    InBezitOverigeVerhuurders BouwjaarMeerDanTienJaarGeleden BouwjaarAfgelopenTienJaar`)
  const types = words(`Appartement Tussenwoning Hoekwoning TweeOnderEenKapWoning VrijstaandeWoning Huurwoning
    EigenWoning`)
  const use = 'GemiddeldElektriciteitsverbruikTotaal'
  const delivery = 'GemiddeldeElektriciteitsleveringTotaal'
  const energy = (electricity: string, byType: readonly string[]) => [
    ...[electricity, ...byType, 'GemiddeldAardgasverbruikTotaal', ...byType],
    'PercentageWoningenMetStadsverwarming',
  ]
  const sources = words(`GemiddeldeElektriciteitsteruglevering AardgasvrijeWoningen Aardgaswoningen
    WoningenMetZonnestroom WoningenHoofdzElektrischVerwarmd AantalPubliekeLaadpalen`)
  const levels = words('OpleidingsniveauLaag OpleidingsniveauMiddelbaar OpleidingsniveauHoog')
  const education = words(`LeerlingenPo LeerlingenVoInclVavo StudentenMboExclExtranei StudentenHbo StudentenWo
    BasisonderwijsVmboMbo1 HavoVwoMbo24 HboWo`)
  const work = words('Nettoarbeidsparticipatie PercentageWerknemers PercentageZelfstandigen')
  const contracts = (permanent: string, flexible: string) => ['WerkzameBeroepsbevolking', permanent, flexible]
  const incomes =
    words(`AantalInkomensontvangers GemiddeldInkomenPerInkomensontvanger GemiddeldInkomenPerInwoner
    k_40PersonenMetLaagsteInkomen k_20PersonenMetHoogsteInkomen k_40HuishoudensMetLaagsteInkomen
    k_20HuishoudensMetHoogsteInkomen`)
  const minimum = words('HuishoudensMetEenLaagInkomen HuishOnderOfRondSociaalMinimum')
  const since2019 = words(`GemGestandaardiseerdInkomenVanHuish HuishoudensTot110VanSociaalMinimum
    HuishoudensTot120VanSociaalMinimum MediaanVermogenVanParticuliereHuish`)
  const poverty = words(`PersonenInArmoede PersonenTot25BovenArmoedegrens`)
  const since2025 = words('GemGestandaardiseerdInkomen MediaanVermogenVanParticuliereHuish')
  const rest =
    words(`PersonenPerSoortUitkeringBijstand PersonenPerSoortUitkeringAO PersonenPerSoortUitkeringWW
    PersonenPerSoortUitkeringAOW JongerenMetJeugdzorgInNatura PercentageJongerenMetJeugdzorg WmoClienten
    WmoClientenRelatief BedrijfsvestigingenTotaal ALandbouwBosbouwEnVisserij BFNijverheidEnEnergie
    GIHandelEnHoreca HJVervoerInformatieEnCommunicatie KLFinancieleDienstenOnroerendGoed
    MNZakelijkeDienstverlening RUCultuurRecreatieOverigeDiensten PersonenautoSTotaal
    PersonenautoSBrandstofBenzine PersonenautoSOverigeBrandstof PersonenautoSPerHuishouden
    PersonenautoSNaarOppervlakte Motorfietsen AfstandTotHuisartsenpraktijk AfstandTotGroteSupermarkt
    AfstandTotKinderdagverblijf AfstandTotSchool ScholenBinnen3Km OppervlakteTotaal OppervlakteLand
    OppervlakteWater MeestVoorkomendePostcode Dekkingspercentage MateVanStedelijkheid Omgevingsadressendichtheid`)
  const government = ['OQOverheidOnderwijsEnZorg']
  const wijkenEnBuurten = ['IndelingswijzigingWijkenEnBuurten']
  const gemeente = ['IndelingswijzigingGemeenteWijkBuurt']
  const [value, woz] = ['GemiddeldeWoningwaarde', 'GemiddeldeWOZWaardeVanWoningen']
  const before2023 = (houses: readonly string[], electricity: string) => [
    ...[...people, ...background, ...households, ...houses, ...energy(electricity, types)],
    ...[...incomes, ...minimum, ...rest],
  ]
  const labour = [...levels, ...work, ...since2019]
  return {
    2018: [...wijkenEnBuurten, ...before2023(homes(value), use)],
    2019: [...wijkenEnBuurten, ...before2023(homes(value), use), ...labour],
    2020: [...wijkenEnBuurten, ...before2023(homes(value), use), ...labour],
    2021: [...wijkenEnBuurten, ...before2023(homes(woz), delivery), ...labour, ...government],
    2022: [...gemeente, ...before2023(homes(woz), delivery), ...labour, ...government],
    2023: [
      ...[...gemeente, ...people, ...origin, ...households, ...homes(woz), ...energy(delivery, types)],
      ...[...education, ...work, ...incomes, ...minimum, ...since2019, ...rest, ...government],
      ...contracts('WerknemersMetVasteArbeidsrelatie', 'WerknemersMetFlexibeleArbeidsrelatie'),
    ],
    2024: [
      ...[
        ...gemeente,
        ...people,
        ...origin,
        ...households,
        ...property,
        ...energy(delivery, types),
        ...sources,
      ],
      ...[...education, ...work, ...incomes, ...minimum, ...since2019, ...poverty, ...rest, ...government],
      ...contracts('WerknemersMetVasteArbeidsr', 'WerknemersMetFlexibeleArbe'),
    ],
    2025: [
      ...[...gemeente, ...people, ...origin, ...households, ...property, ...energy(delivery, []), ...sources],
      ...[...education, ...work, ...incomes, ...since2025, ...poverty, ...rest, ...government],
      ...contracts('WerknemersMetVasteArbeidsr', 'WerknemersMetFlexibeleArbe'),
    ],
  }
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
