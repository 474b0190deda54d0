/** The supply of homes in answers, on both databases: a statement a question, counts rounded and never under 10, and totals that add up. */
import { expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { recipients } from '../src/recipients.ts'
import { country, openSupply, projects } from './open-supply.ts'

const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((all, one) => all + (one ?? 0), 0)

describeOnDatabases('the supply of homes', (kind) => {
  const open = openSupply(kind)
  const { run, areas } = open

  it('supply, grants and projects of a page of areas take a statement each, and one for sources', async () => {
    const codes = country.areas.map(({ code }) => code)
    const fields = `housingSupply { period allocations { group homes } allocatedHomes plannedDeliveries missing { field reason } source { table } }`
    const { statements } = await areas(codes, fields)
    expect(statements).toBeLessThanOrEqual(3)
    const again = await areas(codes, `${fields} grants { euro source { table } }`)
    expect(again.statements).toBeLessThanOrEqual(4)
    expect((await areas(['BU90010101', 'PV99'], 'grants { euro }')).statements).toBe(0)
  })

  it('no null of a supply is silent, and no count is other than rounded and at least 10', async () => {
    const codes = country.areas.map(({ code }) => code)
    for (const period of country.periods) {
      const { found } = await areas(
        codes,
        'housingSupply(period: $period) { period allocations { group homes } homesLet homesLetToFocusGroups allocatedHomes plannedDeliveries missing { field } }',
        ', $period: Int',
        { period },
      )
      for (const { housingSupply } of found) {
        const { allocations, allocatedHomes, homesLet, homesLetToFocusGroups, plannedDeliveries, missing } =
          housingSupply
        expect(homesLet).toBe(allocatedHomes)
        const toNone = allocations.at(-1)?.homes ?? null
        expect(homesLetToFocusGroups).toBe(homesLet === null || toNone === null ? null : homesLet - toNone)
        expect(housingSupply.period).toBe(period)
        expect(allocations).toHaveLength(recipients.length)
        const nulls = [
          ...allocations
            .filter(({ homes }) => homes === null)
            .map(({ group }) => `allocations.${group ?? 'NONE'}`),
          ...(homesLet === null ? ['homesLet'] : []),
          ...(homesLetToFocusGroups === null ? ['homesLetToFocusGroups'] : []),
          ...(allocatedHomes === null ? ['allocatedHomes'] : []),
          ...(plannedDeliveries === null ? ['plannedDeliveries', 'plannedDeliveriesForFocusGroups'] : []),
        ]
        expect(missing.map(({ field }) => field)).toEqual(nulls)
        for (const count of [allocatedHomes, ...allocations.map(({ homes }) => homes)]) {
          if (count === null) continue
          expect(count % 5).toBe(0)
          expect(count).toBeGreaterThanOrEqual(10)
        }
      }
    }
  })

  it('municipalities add up to the country but for rounding, and their planned deliveries exactly', async () => {
    const municipalities = country.areas
      .filter(({ level }) => level === 'MUNICIPALITY')
      .map(({ code }) => code)
    const { found } = await areas(
      ['NL99', ...municipalities],
      'housingSupply { period allocations { group homes } allocatedHomes plannedDeliveries missing { field } }',
    )
    const [whole, ...parts] = found.map(({ housingSupply }) => housingSupply)
    expect(
      Math.abs(sum(parts.map((one) => one.allocatedHomes)) - (whole!.allocatedHomes ?? 0)),
    ).toBeLessThanOrEqual(3 * (parts.length + 1))
    expect(sum(parts.map((one) => one.plannedDeliveries))).toBe(whole!.plannedDeliveries)
    const expected = projects.filter(
      ({ phase, planned_delivery: due }) =>
        phase !== 'STOPPED' && phase !== 'DELIVERED' && due?.startsWith('2025'),
    )
    expect(whole!.plannedDeliveries).toBe(sum(expected.map(({ homes }) => homes)))
  })

  it('one municipality copes and one does not', async () => {
    const { found } = await areas(
      ['GM9002', 'GM9003'],
      'housingSupply { allocatedHomes plannedDeliveries } housingFocusGroups { households } grants { homesToAccelerate homesDelivered }',
    )
    const [copes = 0, struggles = 0] = found.map(
      ({ housingSupply: { allocatedHomes, plannedDeliveries }, housingFocusGroups }) =>
        sum([allocatedHomes, plannedDeliveries]) /
        sum(housingFocusGroups.map(({ households }) => households)),
    )
    expect(copes).toBeGreaterThan(4 * struggles)
    const [most, least] = found.map(
      ({ grants }) =>
        sum(grants.map((one) => one.homesDelivered)) / sum(grants.map((one) => one.homesToAccelerate)),
    )
    expect(most).toBeGreaterThan(0.8)
    expect(least).toBeLessThan(0.3)
  })

  it('no withheld number of homes follows from those shown by one subtraction', async () => {
    const codes = country.areas.map(({ code }) => code)
    const { found } = await areas(codes, 'housingSupply { allocations { homes } allocatedHomes }')
    const rows = found.map(({ housingSupply: { allocations, allocatedHomes } }) => [
      allocatedHomes,
      ...allocations.map(({ homes }) => homes),
    ])
    const lonely = (whole: number | null, parts: readonly (number | null)[]) => {
      const withheld = parts.filter((part) => part === null).length
      return whole === null ? parts.length > 0 && withheld === 0 : withheld === 1
    }
    for (const [at, [total = null, ...homes]] of rows.entries()) {
      const { code, level } = country.areas[at]!
      expect(lonely(total, homes), code).toBe(false)
      if (level === 'NEIGHBOURHOOD') continue
      const within = rows.filter((_, other) => {
        const { district, municipality, province, country: whole } = country.areas[other]!.parents
        return (district ?? municipality ?? province ?? whole) === code
      })
      for (const column of rows[at]!.keys())
        expect(
          lonely(
            rows[at]![column]!,
            within.map((row) => row[column]!),
          ),
          `${code} ${column}`,
        ).toBe(false)
    }
  })

  it('a second seed leaves as much as the first', async () => {
    const query = '{ housingProjects { totalCount } datasets { housing { period areas source { title } } } }'
    const first = await run(query)
    await open.housing.seed(country)
    expect((await run(query)).answer).toEqual(first.answer)
  })
})
