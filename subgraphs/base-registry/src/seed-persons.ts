/** Invented people: ages, households and homes as the neighbourhood has them; names and addresses that are nobody's. */
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import type { SyntheticPerson } from '@samenhang/subgraph-kit/synthetic/persons'
import { oncePerPlace } from '@samenhang/subgraph-kit/synthetic/place'
import type { HouseholdKind } from './generated/resolver-types.ts'
import type { PersonRecord } from './persons.ts'
import { people } from './seed.ts'

const givenNames = list(
  'Anna, Bram, Cornelia, Daan, Elif, Fatima, Gerrit, Hanna, Ibrahim, Jan, Karin, Lotte, Mehmet, Noor, Omar, Pieter, Roos, Samira, Thijs, Willem, Yara, Zeynep',
)
const familyNames = list(
  'van den Akker, Bakker, de Boer, Yılmaz, Dekker, El Amrani, van Dijk, Hendriks, Jansen, Kuiper, Öztürk, Mulder, Petrović, de Ruiter, Smit, Tesfay, Visser, de Vries, Wolters, Zandstra',
)
const streets = list(
  'Lindenlaan, Molenweg, Kerkstraat, Havenkade, Vogelpad, Weidezoom, Duinpad, Beeklaan, Singel, Spoorstraat, Tuindersweg, Schoolstraat',
)

const householdsOf = oncePerPlace(people)

export function personSeed(country: SyntheticCountry): (person: SyntheticPerson) => PersonRecord {
  const names = new Map(country.areas.map(({ code, name }) => [code, name]))
  return (person) => {
    const hasNoAddress = person.circumstance === 'WITHOUT_HOME'
    const kind = householdOf(person)
    return {
      birthYear: person.place.period - person.age,
      residence: person.area.code,
      householdKind: kind,
      householdPersons: sizeOf(person, kind),
      name: `${oneOf(givenNames, person, 'given name')} ${oneOf(familyNames, person, 'family name')}`,
      street: hasNoAddress ? null : oneOf(streets, person, 'street'),
      houseNumber: hasNoAddress ? null : String(person.between('house number', 1, 220)),
      // No Dutch postcode begins with 0.
      postcode: hasNoAddress ? null : `0${String(person.between('postcode', 100, 999))} ZZ`,
      place: names.get(person.area.parents.municipality ?? '') ?? null,
    }
  }
}

function householdOf(person: SyntheticPerson): HouseholdKind {
  if (person.circumstance === 'LEAVING_INSTITUTION') return 'INSTITUTIONAL'
  if (person.circumstance === 'WITHOUT_HOME')
    return person.chance('shelter', 0.4) ? 'INSTITUTIONAL' : 'ONE_PERSON'
  if (person.age < 18) return 'WITH_CHILDREN'
  const { onePerson, withoutChildren, withChildren } = householdsOf(person.place)
  return person.pick<HouseholdKind>('household', {
    ONE_PERSON: onePerson,
    WITHOUT_CHILDREN: 2 * withoutChildren,
    WITH_CHILDREN: (person.age < 60 ? 2 : 0.3) * withChildren,
  })
}

function sizeOf(person: SyntheticPerson, kind: HouseholdKind): number | null {
  if (kind === 'INSTITUTIONAL') return null
  if (kind === 'ONE_PERSON') return 1
  return kind === 'WITHOUT_CHILDREN' ? 2 : person.between('household size', 3, 5)
}

function oneOf(names: readonly string[], person: SyntheticPerson, what: string): string {
  return names[person.between(what, 0, names.length - 1)] ?? ''
}

function list(text: string): readonly string[] {
  return text.split(', ')
}
