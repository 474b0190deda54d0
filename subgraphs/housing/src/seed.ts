/**
 * Invented figures of the housing stock: values rise with affluence, the years and how sought after a place is; corporations own most where
 * affluence is least, and where they once built.
 */
import type { SeedRows } from '@samenhang/subgraph-kit/seed'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { average, count, share } from '@samenhang/subgraph-kit/synthetic/formulas'
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { profileRows } from '@samenhang/subgraph-kit/synthetic/profile'
import type { HousingProfile } from './generated/resolver-types.ts'
import { energyUse, type Energy, type EnergyKind } from './seed-energy.ts'

type Quantity = keyof ReturnType<typeof housingStock>

export function seed(country: SyntheticCountry): Readonly<Record<string, SeedRows>> {
  const twenty = { atLeast: ['dwellings', 20] as const }
  const owned = { ...twenty, gaps: 0.01 }
  const to2023 = { ...twenty, until: 2023 }
  const from2024 = { ...twenty, from: 2024 }
  const perDwelling = (of: Energy, kind: EnergyKind) =>
    average<Quantity>(`${of}.${kind}`, kind, { nearest: 10, atLeast: [kind, 6], gaps: 0.02 })
  return {
    housing: profileRows<HousingProfile, Quantity>(country, {
      quantities: housingStock,
      indicators: {
        dwellings: count('dwellings', { nearest: 1 }),
        newDwellings: count('newDwellings', { nearest: 1, from: 2024 }),
        nonResidentialProperties: count('nonResidential', { nearest: 1, from: 2024 }),
        newNonResidentialProperties: count('newNonResidential', { nearest: 1, from: 2024 }),
        averageWozValue: average('wozValue', 'dwellings', { nearest: 1_000, ...owned }),
        singleFamilyShare: share('singleFamily', 'dwellings', twenty),
        terracedShare: share('terraced', 'dwellings', from2024),
        cornerShare: share('corner', 'dwellings', from2024),
        semiDetachedShare: share('semiDetached', 'dwellings', from2024),
        detachedShare: share('detached', 'dwellings', from2024),
        multiFamilyShare: share('apartments', 'dwellings', twenty),
        occupiedShare: share('occupied', 'dwellings', to2023),
        unoccupiedShare: share('unoccupied', 'dwellings', twenty),
        ownerOccupiedShare: share('ownerOccupied', 'dwellings', owned),
        rentalShare: share('rental', 'dwellings', owned),
        housingCorporationShare: share('corporation', 'dwellings', owned),
        otherLandlordShare: share('otherLandlord', 'dwellings', owned),
        ownershipUnknownShare: share('ownerUnknown', 'dwellings', to2023),
        builtBefore2000Share: share('before2000', 'dwellings', to2023),
        builtFrom2000Share: share('from2000', 'dwellings', to2023),
        builtOverTenYearsAgoShare: share('overTenYears', 'dwellings', from2024),
        builtInPastTenYearsShare: share('pastTenYears', 'dwellings', from2024),
        averageElectricityDelivery: perDwelling('electricity', 'dwellings'),
        averageElectricityDeliveryApartments: perDwelling('electricity', 'apartments'),
        averageElectricityDeliveryTerracedDwellings: perDwelling('electricity', 'terraced'),
        averageElectricityDeliveryCornerDwellings: perDwelling('electricity', 'corner'),
        averageElectricityDeliverySemiDetachedDwellings: perDwelling('electricity', 'semiDetached'),
        averageElectricityDeliveryDetachedDwellings: perDwelling('electricity', 'detached'),
        averageElectricityDeliveryRentalDwellings: perDwelling('electricity', 'rental'),
        averageElectricityDeliveryOwnerOccupiedDwellings: perDwelling('electricity', 'ownerOccupied'),
        averageGasConsumption: perDwelling('gas', 'dwellings'),
        averageGasConsumptionApartments: perDwelling('gas', 'apartments'),
        averageGasConsumptionTerracedDwellings: perDwelling('gas', 'terraced'),
        averageGasConsumptionCornerDwellings: perDwelling('gas', 'corner'),
        averageGasConsumptionSemiDetachedDwellings: perDwelling('gas', 'semiDetached'),
        averageGasConsumptionDetachedDwellings: perDwelling('gas', 'detached'),
        averageGasConsumptionRentalDwellings: perDwelling('gas', 'rental'),
        averageGasConsumptionOwnerOccupiedDwellings: perDwelling('gas', 'ownerOccupied'),
        averageElectricityReturn: average('electricityReturn', 'dwellings', { nearest: 10, ...from2024 }),
        districtHeatingShare: share('districtHeating', 'dwellings', { nearest: 0.1, ...twenty, gaps: 0.02 }),
        naturalGasFreeShare: share('gasFree', 'dwellings', from2024),
        naturalGasShare: share('onGas', 'dwellings', from2024),
        solarPowerShare: share('solar', 'dwellings', from2024),
        electricallyHeatedShare: share('electricallyHeated', 'dwellings', from2024),
        publicChargingPoints: count('chargingPoints', { nearest: 1, from: 2024 }),
      },
    }),
  }
}

/** The price of a home against 2019. */
const prices = [1, 1.09, 1.17, 1.28, 1.49, 1.53]

export function housingStock(place: Place) {
  const { affluence, urbanity, students } = place.is
  const price = prices[place.yearsOn] ?? 1
  const dwellings = Math.round(1.03 * place.households * place.own('dwellings', 0.02))
  const newDwellings = place.some('newDwellings', dwellings, 0.009, 0.9)
  const nonResidential = Math.round(8 + dwellings * (0.08 + 0.1 * urbanity) * place.own('premises', 0.4))
  const types = place.split(dwellings, {
    apartments: 5 + 85 * urbanity * urbanity,
    terraced: 32,
    corner: 13,
    semiDetached: 3 + 18 * (1 - urbanity),
    detached: 2 + 32 * (1 - urbanity) * (0.3 + affluence),
  })
  const tenure = place.split(dwellings, {
    ownerOccupied: 22 + 80 * affluence * (1 - 0.35 * urbanity),
    corporation: (13 + 48 * (1 - affluence) * (0.6 + 0.6 * urbanity)) * place.own('corporations', 1.3),
    otherLandlord: 4 + 14 * urbanity + 14 * students,
    ownerUnknown: 0.3,
  })
  const rental = tenure.corporation + tenure.otherLandlord
  const age = place.split(
    dwellings,
    { before2000: 80, from2000: 20 * place.own('new', 0.9) + place.yearsOn },
    0,
  )
  const occupied = place.some('occupied', dwellings, 0.965 - 0.03 * urbanity, 0.02)
  const districtHeating = place.some('districtHeating', dwellings, 0.11 * urbanity * place.own('heated', 0.9))
  const pastTenYears = Math.round(0.45 * age.from2000)
  const gasFree = Math.min(dwellings, districtHeating + Math.round(0.5 * pastTenYears))
  const solar = place.some('solar', dwellings, 0.16 + 0.22 * (1 - urbanity) + 0.12 * affluence)
  const homes = { ...types, rental, ownerOccupied: tenure.ownerOccupied }
  return {
    dwellings,
    newDwellings,
    nonResidential,
    newNonResidential: place.some('newNonResidential', nonResidential, 0.008, 0.9),
    wozValue:
      dwellings *
      price *
      (168_000 + (300_000 + 90_000 * urbanity) * affluence * affluence) *
      place.own('sought after', 0.65) *
      place.vary('woz', 0.1),
    ...types,
    singleFamily: dwellings - types.apartments,
    occupied,
    unoccupied: dwellings - occupied,
    ...tenure,
    rental,
    ...age,
    pastTenYears,
    overTenYears: dwellings - pastTenYears,
    ...energyUse(place, homes, 1 - districtHeating / Math.max(1, dwellings)),
    electricityReturn: 2_300 * solar * place.vary('return', 0.1),
    districtHeating,
    gasFree,
    onGas: dwellings - gasFree,
    solar,
    electricallyHeated: gasFree - districtHeating,
    chargingPoints: place.some('chargingPoints', dwellings, 0.004 + 0.014 * urbanity, 0.4),
  }
}
