/**
 * One person at the limit: a statement on each database by the pseudonym there, the asked columns only, put into the shape of the answer.
 * Nobody is asked who they are, and nothing is logged.
 */
import { join } from 'node:path'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { createPseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'
import BetterSqlite3 from 'better-sqlite3'
import { examParts } from '../../../subgraphs/integration/src/persons.ts'
import { wholeMonths } from '../../../subgraphs/housing/src/persons.ts'

type Value = string | number | null

/** Gives the person of an id as the document of the bench asks it; null where there is none. */
export function personReader(dataFolder: string): (id: string) => object | null {
  const { secret } = openKeys({ HUB_DATA_DIR: dataFolder })

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- which cells a statement gives is said where it is written
  function reader<Cells extends readonly Value[]>(subgraph: string, table: string, columns: string) {
    const { pseudonymOf } = createPseudonyms(secret, subgraph)
    const statement = openReader(dataFolder, subgraph)
      .prepare<[string | null], Cells>(`select ${columns} from ${table} where subject = ?`)
      .raw()
    return (id: string) => statement.get(pseudonymOf(id))
  }

  const ofPerson = reader<[number | null, string | null]>('base-registry', 'person', 'birth_year, residence')
  const ofArea = openReader(dataFolder, 'base-registry')
    .prepare<[string], [string, string]>(
      'select code, coalesce(name, code) from area where latest = 1 and code = ?',
    )
    .raw()
  const ofHousing = reader<[Value, Value, string | null]>(
    'housing',
    'person_housing',
    'situation, since, registered_since',
  )
  const ofCare = reader<[string | null, string | null]>('care', 'person_care', 'arrangements, waiting_for')
  const ofEducation = reader<[Value, Value]>('education', 'person_education', 'highest_level, enrolment')
  const ofWork = reader<[Value, string | null]>('labour-market', 'person_labour_market', 'position, benefits')
  const ofIntegration = reader<[Value, string | null, Value]>(
    'integration',
    'person_integration',
    'route, exam_parts_passed, deadline',
  )

  return (id) => {
    const person = ofPerson(id)
    if (!person) return null
    const [birthYear, residence] = person
    const area = residence === null ? undefined : ofArea.get(residence)
    const housing = ofHousing(id)
    const care = ofCare(id)
    const education = ofEducation(id)
    const work = ofWork(id)
    const integration = ofIntegration(id)
    return {
      id,
      birthYear,
      residence: area ? { code: area[0], name: area[1] } : null,
      housing: housing
        ? {
            situation: housing[0],
            since: housing[1],
            monthsRegistered: housing[2] === null ? null : wholeMonths(housing[2], new Date()),
          }
        : null,
      care: care
        ? {
            arrangements: listOf(care[0], ['kind', 'provider', 'status', 'from']),
            waitingFor: listOf(care[1], ['kind', 'since']),
          }
        : null,
      education: education ? { highestLevel: education[0], enrolled: education[1] !== null } : null,
      labourMarket: work ? { position: work[0], benefits: listOf(work[1], ['kind', 'from']) } : null,
      integration: integration
        ? { route: integration[0], examPartsPassed: passed(integration[1]), deadline: integration[2] }
        : null,
    }
  }
}

function openReader(dataFolder: string, subgraph: string): BetterSqlite3.Database {
  return new BetterSqlite3(join(dataFolder, `${subgraph}.sqlite`), { readonly: true })
}

function listOf(kept: string | null, fields: readonly string[]): readonly object[] | null {
  if (kept === null) return null
  return (JSON.parse(kept) as readonly Record<string, Value>[]).map((one) =>
    Object.fromEntries(fields.map((field) => [field, one[field] ?? null])),
  )
}

function passed(kept: string | null): readonly string[] | null {
  if (kept === null) return null
  const parts = JSON.parse(kept) as readonly string[]
  return examParts.filter((part) => parts.includes(part))
}
