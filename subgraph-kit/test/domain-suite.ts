/**
 * What every domain promises alike, on both databases: the check values of published tables stand in its profile, and its focus groups are
 * imported from its example, left alone by the example of another domain, and seeded in every area and year.
 */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { importRecords, openRecordsFile } from '../src/import/csv-file.ts'
import { importTable } from '../src/import.ts'
import { openFile } from '../src/statline/open-file.ts'
import type { Subgraph } from '../src/subgraph.ts'
import { makeCountry } from '../src/synthetic/country.ts'
import { openForEach } from './open-for-each.ts'
import { cbsFile, describeOnDatabases, itWith } from './requirements.ts'

type Values = Readonly<Record<string, number | null>>

export interface DomainPromises {
  /** The field of Area that has the profile. */
  readonly profile: string
  /** What the published tables say of Amsterdam in 2019 and of Utrecht in 2023. */
  readonly amsterdam2019: Values
  readonly utrecht2023?: Values
  /** The field of Area that has the focus groups, and the groups in the order of the schema. */
  readonly focusGroups: string
  readonly groups: readonly string[]
  /** The domain's example: its file, how many rows it has, and what it says of the first group in GM9001. */
  readonly example: URL
  readonly rows: number
  readonly first: Values
  readonly accommodation: { readonly kind: string; readonly households: number }
  /** A kind of accommodation of which too few are counted there. */
  readonly withheld: string
  /** The example of another domain. */
  readonly otherExample: URL
}

interface Figures {
  readonly group: string
  readonly period: number
  readonly accommodation: readonly unknown[]
  readonly source: { readonly synthetic: boolean }
}

export function domainSuite(subgraph: Subgraph, promises: DomainPromises): void {
  const { profile, focusGroups, groups } = promises

  describeOnDatabases(`${subgraph.name}: published figures`, (kind) => {
    const open = openForEach(subgraph, kind)
    const checked = [
      ['GM0363', 'kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv', promises.amsterdam2019],
      ['GM0344', 'kwb-2023-85618NED-utrecht/CBS-Utrecht-kwb-2023.xlsx', promises.utrecht2023],
    ] as const
    for (const [code, path, values] of checked) {
      if (values === undefined) continue
      const file = cbsFile(path)
      itWith(file, `the check values of ${code} are in the graph after an import`, async () => {
        await importTable([open.running], await openFile(file.path))
        const area = await open.areaOf(code, `${profile} { ${Object.keys(values).join(' ')} }`)
        expect(area?.[profile]).toEqual(values)
      })
    }
  })

  describeOnDatabases(`${subgraph.name}: focus groups`, (kind) => {
    const open = openForEach(subgraph, kind)

    async function take(example: URL) {
      const file = await openRecordsFile(fileURLToPath(example))
      return file && (await importRecords(open.running.formats, file))
    }

    async function ask(code: string): Promise<Figures[] | null> {
      const area = await open.areaOf(
        code,
        `${focusGroups} { group period persons households inflow medianMonthsWaiting accommodation { kind households } missing { field reason } source { synthetic } }`,
      )
      return (area?.[focusGroups] ?? null) as Figures[] | null
    }

    it('the example has each group of the domain, rounded to 5, with counts under 10 withheld', async () => {
      expect(await take(promises.example)).toMatchObject([{ outcome: 'STORED', rows: promises.rows }])
      const figures = await ask('GM9001')
      expect(figures?.map(({ group }) => group)).toEqual(groups)
      expect(figures?.[0]).toMatchObject({
        ...promises.first,
        source: { synthetic: false },
        missing: expect.arrayContaining([
          { field: `accommodation.${promises.withheld}`, reason: 'SUPPRESSED' },
        ]) as unknown,
      })
      expect(figures?.[0]?.accommodation).toContainEqual(promises.accommodation)
      expect(await ask('GM9002')).toBeNull()
    })

    it('the example of another domain changes nothing here', async () => {
      expect(await take(promises.otherExample)).toMatchObject([{ outcome: 'NOTHING_OF_OURS' }])
    })

    it('the synthetic country has every group in every area and year', async () => {
      const country = makeCountry({ neighbourhoods: 6 })
      await open.running.seed(country)
      const rows = await open.running.database.all<{ rows: number }>(
        'select cast(count(*) as integer) as rows from focus_group group by period, group_name',
      )
      expect(rows.map((row) => row.rows)).toEqual(
        Array.from({ length: 6 * groups.length }, () => country.areas.length),
      )
      const whole = await ask('NL99')
      expect(whole?.map(({ group, period, source }) => [group, period, source.synthetic])).toEqual(
        groups.map((group) => [group, 2024, true]),
      )
    })
  })
}
