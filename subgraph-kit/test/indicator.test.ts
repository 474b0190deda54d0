/**
 * What `@indicator` declares in a slice becomes a profile; a declaration that cannot be meant is refused with
 * its place.
 */
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readProfiles, sqlName } from '@samenhang/subgraph-kit/indicator'

const slice = parse(`
  type Area @interfaceObject @key(fields: "code") { code: ID! energy(period: Int): EnergyProfile energySeries: [EnergyProfile!] }
  type EnergyProfile {
    period: Int!
    gasUse: Int @indicator(unit: CUBIC_METRE, kind: AVERAGE, weight: "housing.dwellings", source: "KWB", columns: ["Huurwoning", "g_gas_hu"], occurrence: 2)
      @break(period: 2019, note: "Counted anew.") @break(period: 2022, note: "Named anew.")
    gasCost: Float @indicator(unit: EURO, source: "KWB", columns: ["Kosten"], scale: 1000)
  }
  type Other { name: String }
`)

describe('the slice declares the indicators', () => {
  it('a profile is a type with indicators, and its field is found on Area', () => {
    expect(readProfiles(slice)).toEqual([
      {
        type: 'EnergyProfile',
        table: 'energy_profile',
        areaField: 'energy',
        indicators: [
          {
            field: 'gasUse',
            column: 'gas_use',
            type: 'Int',
            unit: 'CUBIC_METRE',
            kind: 'AVERAGE',
            weight: 'housing.dwellings',
            columns: ['Huurwoning', 'g_gas_hu'],
            occurrence: 2,
            scale: 1,
            breaks: [
              { period: 2019, note: 'Counted anew.' },
              { period: 2022, note: 'Named anew.' },
            ],
            minimum: 0,
            maximum: null,
            firstYear: null,
            lastYear: null,
            decimals: null,
            sumOf: [],
            cellsOf: 'figure',
          },
          {
            field: 'gasCost',
            column: 'gas_cost',
            type: 'Float',
            unit: 'EURO',
            kind: null,
            weight: null,
            columns: ['Kosten'],
            occurrence: 1,
            scale: 1_000,
            breaks: [],
            minimum: 0,
            maximum: null,
            firstYear: null,
            lastYear: null,
            decimals: null,
            sumOf: [],
            cellsOf: 'figure',
          },
        ],
        limits: [],
        sourceName: 'KWB',
        source: expect.objectContaining({
          name: 'KWB',
          columns: new Set(['Huurwoning', 'g_gas_hu', 'Kosten']),
        }) as unknown,
      },
    ])
  })

  it('a profile that no area shows is refused', () => {
    expect(() =>
      readProfiles(parse('type P { a: Int @indicator(unit: EURO, source: "KWB", columns: ["A"]) }')),
    ).toThrow(/no field of Area/)
  })

  it('an indicator that may not be null is refused', () => {
    expect(() =>
      readProfiles(parse('type P { a: Int! @indicator(unit: EURO, source: "KWB", columns: ["A"]) }')),
    ).toThrow(/nullable/)
  })

  it.each([
    ['averageWozValue', 'average_woz_value'],
    ['socialSupportClientsPer1000', 'social_support_clients_per_1000'],
    ['aged0To15', 'aged_0_to_15'],
    ['HousingProfile', 'housing_profile'],
  ])('%s is the column %s', (field, column) => {
    expect(sqlName(field)).toBe(column)
  })
})
