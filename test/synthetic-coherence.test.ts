/** What the invented figures of all domains promise together: they fit each other, and hang together as in life. */
import { peopleOf, type SyntheticArea } from '@samenhang/subgraph-kit/synthetic/country'
import { describe, expect, it } from 'vitest'
import { country, figuresOf, larger, neighbourhoods, number } from './synthetic-figures.ts'

describe('figures of one area and year', () => {
  const together: readonly [
    promise: string,
    whole: string | number,
    parts: readonly string[],
    slack: number,
  ][] = [
    [
      'men and women are the inhabitants',
      'population.inhabitants',
      ['population.men', 'population.women'],
      7.5,
    ],
    [
      'the ages are the inhabitants',
      'population.inhabitants',
      ['aged0To15', 'aged15To25', 'aged25To45', 'aged45To65', 'aged65OrOlder'].map(
        (age) => `population.${age}`,
      ),
      15,
    ],
    [
      'the marital statuses are the inhabitants',
      'population.inhabitants',
      ['neverMarried', 'married', 'divorced', 'widowed'].map((status) => `population.${status}`),
      12.5,
    ],
    [
      'the kinds of household are the households',
      'population.households',
      ['onePersonHouseholds', 'householdsWithoutChildren', 'householdsWithChildren'].map(
        (kind) => `population.${kind}`,
      ),
      10,
    ],
    [
      'land and water are the surface',
      'surroundings.surfaceArea',
      ['surroundings.landArea', 'surroundings.waterArea'],
      0,
    ],
    [
      'petrol and other fuel are the cars',
      'surroundings.passengerCars',
      ['surroundings.passengerCarsPetrol', 'surroundings.passengerCarsOtherFuel'],
      7.5,
    ],
    [
      'single-family and multi-family are all dwellings',
      100,
      ['housing.singleFamilyShare', 'housing.multiFamilyShare'],
      1,
    ],
    [
      'owner-occupied and rental are all dwellings, but for those of unknown owners',
      100,
      ['housing.ownerOccupiedShare', 'housing.rentalShare'],
      3,
    ],
    [
      'housing corporations and other landlords are the rental',
      'housing.rentalShare',
      ['housing.housingCorporationShare', 'housing.otherLandlordShare'],
      1.5,
    ],
    [
      'employees and self-employed are all who work',
      100,
      ['labourMarket.employeeShare', 'labourMarket.selfEmployedShare'],
      1,
    ],
    [
      'the origins are the inhabitants',
      'population.inhabitants',
      ['Netherlands', 'Europe', 'OutsideEurope'].map((from) => `integration.origin${from}`),
      10,
    ],
    [
      'the countries of non-Western background are the non-Western',
      'integration.backgroundNonWestern',
      ['Morocco', 'NetherlandsAntillesAndAruba', 'Suriname', 'Turkey', 'OtherNonWestern'].map(
        (from) => `integration.background${from}`,
      ),
      15,
    ],
  ]

  it.each(together)('%s', (_, whole, parts, slack) => {
    let compared = 0
    for (const { code } of country.areas) {
      for (const period of country.periods) {
        const total = typeof whole === 'number' ? whole : number(whole, code, period)
        const sum = parts.reduce((before, part) => before + number(part, code, period), 0)
        if (Number.isNaN(total + sum)) continue
        expect(Math.abs(sum - total), `${code} ${String(period)}`).toBeLessThanOrEqual(slack)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(150)
  })

  it('are of the same people in every domain', () => {
    for (const { code, people } of country.areas) {
      for (const period of country.periods) {
        const { inhabitants, ages } = peopleOf({ code, people }, period)
        expect(Math.abs(number('population.inhabitants', code, period) - inhabitants)).toBeLessThanOrEqual(
          2.5,
        )
        const attained = ['educationLow', 'educationIntermediate', 'educationHigh']
        const from15To75 = attained.reduce(
          (sum, level) => sum + number(`education.${level}`, code, period),
          0,
        )
        if (Number.isNaN(from15To75)) continue
        expect(from15To75).toBeLessThanOrEqual(inhabitants - ages.to15 + 15)
        expect(from15To75).toBeGreaterThan((inhabitants - ages.to15 - ages.older) * 0.95 - 15)
      }
    }
  })

  it('lie where such figures lie in the Netherlands', () => {
    const between: readonly [id: string, least: number, most: number][] = [
      ['housing.averageWozValue', 150_000, 950_000],
      ['housing.ownerOccupiedShare', 20, 90],
      ['labourMarket.netParticipationRate', 55, 85],
      ['labourMarket.averageIncomePerRecipient', 20_000, 75_000],
      ['care.youthCareShare', 4, 20],
      ['care.socialSupportClientsPer1000', 20, 150],
      ['population.averageHouseholdSize', 1.2, 3],
      ['housing.averageGasConsumption', 400, 2_000],
    ]
    for (const { code } of larger) {
      for (const period of country.periods) {
        for (const [id, least, most] of between) {
          expect(number(id, code, period), `${id} ${code}`).toBeGreaterThanOrEqual(least)
          expect(number(id, code, period), `${id} ${code}`).toBeLessThanOrEqual(most)
        }
        const assisted =
          (100 * number('labourMarket.socialAssistanceRecipients', code, period)) /
          number('population.inhabitants', code, period)
        expect(assisted).toBeGreaterThan(0)
        expect(assisted).toBeLessThan(10)
      }
    }
  })

  it('break in integration between 2022 and 2023: no year has both', () => {
    for (const { code } of country.areas) {
      for (const period of country.periods) {
        const given = Object.keys(figuresOf('integration', code, period))
        expect(given.length).toBeGreaterThan(0)
        expect(given.every((field) => /^background/.test(field) === period <= 2022)).toBe(true)
      }
    }
  })
})

describe('figures of different domains hang together', () => {
  const lived = neighbourhoods.filter((area) => peopleOf(area, 2024).inhabitants >= 100)
  const perInhabitant = (id: string) => (area: SyntheticArea) =>
    number(id, area.code, 2024) / peopleOf(area, 2024).inhabitants
  const plain = (id: string) => (area: SyntheticArea) => number(id, area.code, 2024)
  const affluence = (area: SyntheticArea) => area.characteristics.affluence

  it.each([
    [
      'affluence and social assistance',
      affluence,
      perInhabitant('labourMarket.socialAssistanceRecipients'),
      -0.5,
    ],
    ['affluence and housing corporations', affluence, plain('housing.housingCorporationShare'), -0.5],
    ['affluence and youth care', affluence, plain('care.youthCareShare'), -0.5],
    ['affluence and low education', affluence, perInhabitant('education.educationLow'), -0.5],
    ['affluence and the value of homes', affluence, plain('housing.averageWozValue'), 0.5],
    [
      'income and work',
      plain('labourMarket.averageIncomePerInhabitant'),
      plain('labourMarket.netParticipationRate'),
      0.4,
    ],
    [
      'old people and social support',
      (area: SyntheticArea) => area.characteristics.greying,
      plain('care.socialSupportClientsPer1000'),
      0.2,
    ],
    [
      'density of addresses and cars',
      plain('surroundings.addressDensity'),
      plain('surroundings.passengerCarsPerHousehold'),
      -0.5,
    ],
  ])('%s', (_, one, other, bound) => {
    const pairs = lived.map((area) => [one(area), other(area)] as const)
    const known = pairs.filter(([x, y]) => !Number.isNaN(x + y))
    expect(known.length).toBeGreaterThan(80)
    const correlation = pearson(known)
    if (bound < 0) expect(correlation).toBeLessThan(bound)
    else expect(correlation).toBeGreaterThan(bound)
  })

  const loads: readonly (readonly [id: string, value: (area: SyntheticArea) => number])[] = [
    ...[
      'housing.averageWozValue',
      'housing.housingCorporationShare',
      'care.youthCareShare',
      'care.socialSupportClientsPer1000',
      'labourMarket.netParticipationRate',
      'labourMarket.lowIncomeHouseholdShare',
    ].map((id) => [id, plain(id)] as const),
    ...[
      'education.educationLow',
      'labourMarket.socialAssistanceRecipients',
      'integration.bornAbroadOriginEurope',
      'integration.bornAbroadOriginOutsideEurope',
    ].map((id) => [id, perInhabitant(id)] as const),
  ]

  it('but no two measures of load are one: there is more behind them than affluence', () => {
    const correlations = loads.flatMap(([id, one], at) =>
      loads.slice(at + 1).map(([other, value]) => {
        const pairs = lived.map((area) => [one(area), value(area)] as const)
        const known = pairs.filter(([x, y]) => !Number.isNaN(x + y))
        return { pair: `${id} and ${other}`, correlation: Math.abs(pearson(known)) }
      }),
    )
    expect(correlations).toHaveLength(45)
    expect(correlations.filter(({ correlation }) => correlation > 0.92)).toEqual([])
    expect(correlations.filter(({ correlation }) => correlation < 0.5).length).toBeGreaterThan(10)
  })

  it('some neighbourhoods have dear homes and many of housing corporations, most have not', () => {
    const both = neighbourhoods.filter(
      (area) =>
        plain('housing.averageWozValue')(area) > 400_000 &&
        plain('housing.housingCorporationShare')(area) > 40,
    )
    expect(both.length).toBeGreaterThanOrEqual(2)
    expect(both.length).toBeLessThan(10)
  })

  it('homes rise in value and use less energy over the years, and people grow in number slowly', () => {
    const course = (id: string) => number(id, 'NL99', 2024) / number(id, 'NL99', 2019)
    expect(course('housing.averageWozValue')).toBeGreaterThan(1.3)
    expect(course('housing.averageGasConsumption')).toBeLessThan(0.85)
    expect(course('housing.averageElectricityDelivery')).toBeLessThan(0.95)
    expect(course('population.inhabitants')).toBeGreaterThan(1.01)
    expect(course('population.inhabitants')).toBeLessThan(1.08)
  })

  it('one municipality copes and one does not', () => {
    const against = (id: string) => number(id, 'GM9002', 2024) / number(id, 'GM9003', 2024)
    expect(against('housing.averageWozValue')).toBeGreaterThan(1.5)
    expect(against('care.youthCareShare')).toBeLessThan(0.75)
    expect(against('labourMarket.lowIncomeHouseholdShare')).toBeLessThan(0.5)
  })
})

function pearson(pairs: readonly (readonly [number, number])[]): number {
  const mean = (index: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[index], 0) / pairs.length
  const [meanX, meanY] = [mean(0), mean(1)]
  let [both, x2, y2] = [0, 0, 0]
  for (const [x, y] of pairs) {
    both += (x - meanX) * (y - meanY)
    x2 += (x - meanX) ** 2
    y2 += (y - meanY) ** 2
  }
  return both / Math.sqrt(x2 * y2)
}
