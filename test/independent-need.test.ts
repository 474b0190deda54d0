/**
 * Need, balance and competition in the whole embedded country computed a second time, from the domains' own databases with plain SQL and
 * arithmetic that shares nothing with the subgraph, and every value compared with what the graph says.
 */
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { add, ceil, floor, high, housedBounds, low, upperBounds, type Row } from './count-bounds.ts'
import { openHub, type TestHub } from './hub.ts'

const year = 2024
const groups =
  'HOMELESS URGENT HOME_SEEKERS_IN_A_HURRY TRAVELLERS LEAVING_INSTITUTIONS OLDER_PEOPLE PEOPLE_WITH_DISABILITIES STUDENTS LABOUR_MIGRANTS STATUS_HOLDERS'.split(
    ' ',
  )

let hub: TestHub
let answers: Map<string, Row>
let areas: Row[]

beforeAll(async () => {
  hub = await openHub({ country: { neighbourhoods: 250, seed: 7 }, refreshed: true })
  areas = sql(
    'base-registry',
    `select a.*, p.inhabitants from area a left join population_profile p using (code, period) where a.period = ${year}`,
  )
  answers = new Map()
  for (let start = 0; start < areas.length; start += 200) {
    const codes = areas.slice(start, start + 200).map(({ code }) => code as string)
    const { data } = await hub.ask(
      `query ($codes: [ID!]!) { areas(codes: $codes) { code
        housingNeed { period totalHouseholds distinctHouseholds { lower upper } homesLetPeriod homesLet homesLetToFocusGroups
          plannedDeliveries plannedDeliveriesForFocusGroups plannedDeliveriesKnown homesAvailablePerYear
          homesForFocusGroupsPerYear queueLeft shortage allocatedHomes yearsToClear
          groups { group households shareOfDemand medianMonthsWaiting unsuitableAccommodationShare
            unsuitableAccommodation { value lower upper } }
          competition { group queue inflow housed chance { value lower upper } medianMonthsWaiting crowdedOut
            shareOfNeed shareOfLettings shareOfLettingsToFocusGroups shareOfAllocations } unavailable { field reason } }
        } }`,
      { codes },
    )
    for (const area of (data as Row)['areas'] as Row[]) answers.set(area['code'] as string, area)
  }
})

afterAll(() => hub.close())

function sql(subgraph: string, statement: string): Row[] {
  const database = new BetterSqlite3(join(hub.environment['HUB_DATA_DIR']!, `${subgraph}.sqlite`), {
    readonly: true,
  })
  try {
    return database.prepare(statement).all() as Row[]
  } finally {
    database.close()
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10

const bad =
  'street asylum_centre homeless_shelter holiday_park staying_with_acquaintances institution own_dwelling_unsuitable'.split(
    ' ',
  )
const good = ['student_room', 'suitable_home']

it('need, balance and competition of every area', () => {
  const counts = ['housing', 'care', 'education', 'labour-market', 'integration'].flatMap((name) =>
    sql(name, `select * from focus_group where period = ${year}`),
  )
  const countOf = new Map(counts.map((row) => [`${row['code']} ${row['group_name']}`, row]))
  const upper = new Map(
    groups.flatMap((group) =>
      ['households', 'inflow'].map((column) => {
        const stored = areas.map(({ code }) => [code, countOf.get(`${code} ${group}`)?.[column]] as const)
        return [`${column} ${group}`, upperBounds(areas, new Map(stored))] as const
      }),
    ),
  )
  const allocations = new Map(
    sql('housing', `select * from allocation where period = ${year}`).map((row) => [
      row['code'] as string,
      row,
    ]),
  )
  const overlaps = new Map(
    sql('housing', `select code, households from focus_group_overlap where period = ${year}`).map((row) => [
      row['code'] as string,
      row['households'] as number | null,
    ]),
  )
  const projects = sql(
    'housing',
    `select code, homes, for_groups, planned_delivery like '${year + 1}-%' and phase not in ('STOPPED', 'DELIVERED') as counts from housing_project`,
  )
  let homesBounds: ReturnType<typeof housedBounds> | undefined
  let compared = 0
  const seen = { unclear: 0, bounded: 0, valued: 0, crowded: 0, tightened: 0 }
  for (const area of areas) {
    const code = area['code'] as string
    const rows = groups.map((group) => countOf.get(`${code} ${group}`))
    const need = answers.get(code)!['housingNeed']
    if (rows.every((row) => !row)) {
      expect(need, code).toBeNull()
      continue
    }
    const shown = rows.flatMap((row) => row?.['households'] ?? []) as number[]
    const total = shown.length === 0 ? null : add(shown)
    const letting = allocations.get(code)
    const known =
      projects.some(({ code: project }) => String(project).slice(2, 6) === code.slice(2, 6)) ||
      ['COUNTRY', 'PROVINCE'].includes(area['level'] as string)
    const due = projects.filter((one) => one['counts'] && liesIn(one['code'] as string, area))
    const planned = letting && known ? add(due.map(({ homes }) => homes as number)) : null
    const forGroups =
      planned === null ? null : add(due.map((one) => (one['for_groups'] ? (one['homes'] as number) : 0)))
    const homesLet = (letting?.['total'] ?? null) as number | null
    const toGroups =
      homesLet === null || letting!['no_group'] === null ? null : homesLet - letting!['no_group']
    const perYear = toGroups === null || forGroups === null ? null : toGroups + forGroups
    const years = total === null || perYear === null || perYear === 0 ? null : tenth(total / perYear)
    if (years === null) seen.unclear += 1
    const left = total === null || toGroups === null ? null : Math.max(total - toGroups - (forGroups ?? 0), 0)
    const once = overlaps.get(code) ?? null
    const largest = Math.max(...rows.map((row) => low(row?.['households'])))
    const together = add(groups.map((group) => upper.get(`households ${group}`)!.get(code)!))
    const most = Math.min(together, high(once))
    if (once !== null) seen.tightened += 1
    expect(need, code).toMatchObject({
      period: year,
      totalHouseholds: total,
      distinctHouseholds: {
        lower: once === null ? largest : Math.max(largest, low(once)),
        upper: most === Infinity ? null : most,
      },
      homesLetPeriod: homesLet === null ? null : year,
      homesLet,
      allocatedHomes: homesLet,
      homesLetToFocusGroups: toGroups,
      plannedDeliveries: planned,
      plannedDeliveriesForFocusGroups: forGroups,
      plannedDeliveriesKnown: planned !== null,
      homesAvailablePerYear: homesLet === null || planned === null ? null : homesLet + planned,
      homesForFocusGroupsPerYear: perYear,
      queueLeft: left,
      shortage: left,
      yearsToClear: years,
    })
    const shares = rows.map((row) =>
      row?.['households'] == null || !total ? null : tenth((row['households'] / total) * 100),
    )
    for (const [index, group] of groups.entries()) {
      const row = rows[index]!
      const told = need!['groups'][index]
      const households = row['households'] as number | null
      expect(told, `${code} ${group}`).toMatchObject({
        group,
        households,
        shareOfDemand: shares[index],
        medianMonthsWaiting: row['median_months_waiting'],
        unsuitableAccommodationShare: null,
      })
      const range = told['unsuitableAccommodation']
      expect(range.value, `${code} ${group}`).toBeNull()
      if (households === null) {
        expect(range, `${code} ${group}`).toEqual({ value: null, lower: null, upper: null })
        continue
      }
      const least = (kinds: readonly string[]) => add(kinds.map((kind) => low(row[kind])))
      const atMost = (kinds: readonly string[]) => add(kinds.map((kind) => high(row[kind])))
      const lower = Math.max(
        least(bad) / high(households),
        1 - atMost([...good, 'other']) / low(households),
        0,
      )
      const highest = Math.min(
        1 - least(good) / high(households),
        atMost([...bad, 'other']) / low(households),
        1,
      )
      expect(range, `${code} ${group}`).toEqual({ value: null, lower: floor(lower), upper: ceil(highest) })
      expect(range.lower, `${code} ${group}`).toBeLessThan(100)
    }
    const homesUpper = (recipient: string) => {
      if (!letting) return null
      if (letting[recipient] !== null) return high(letting[recipient])
      return (homesBounds ??= housedBounds(areas, groups, allocations)).get(recipient)!.get(code)!
    }
    const valued = groups.map((group, index) => {
      const column = group.toLowerCase()
      const [queue, inflow] = ['households', 'inflow'].map((name) => rows[index]![name] as number | null) as [
        number | null,
        number | null,
      ]
      const housed = (letting?.[column] ?? null) as number | null
      const value =
        queue === null || inflow === null || housed === null
          ? null
          : Math.min(100, tenth((100 * housed) / (queue + inflow)))
      const fewest = low(queue) + low(inflow)
      const [mostWaiting, mostJoined] = ['households', 'inflow'].map((name) =>
        upper.get(`${name} ${group}`)!.get(code)!,
      ) as [number, number]
      const chance = letting
        ? {
            value,
            lower: Math.min(100, floor(low(housed) / (mostWaiting + mostJoined) || 0)),
            upper: fewest === 0 ? 100 : ceil(homesUpper(column)! / fewest),
          }
        : { value: null, lower: null, upper: null }
      return {
        group,
        queue,
        inflow,
        housed,
        chance,
        months: rows[index]!['median_months_waiting'] as number | null,
      }
    })
    const whole = valued.filter(({ chance }) => chance.value !== null)
    const overall =
      whole.length < 2
        ? null
        : (100 * add(whole.map(({ housed }) => housed!))) /
          add(whole.map(({ queue, inflow }) => queue! + inflow!))
    const waits = valued.flatMap(({ months }) => months ?? []).sort((one, other) => one - other)
    const middle =
      waits.length < 2
        ? null
        : (waits[Math.ceil(waits.length / 2) - 1]! + waits[Math.floor(waits.length / 2)]!) / 2
    const expected = valued.map(({ months, ...one }, index) => {
      const { chance, housed } = one
      const crowdedOut =
        overall === null || middle === null || months === null || chance.upper === null
          ? null
          : months <= middle || chance.lower >= overall
            ? false
            : chance.upper < overall
              ? true
              : null
      if (crowdedOut) seen.crowded += 1
      if (chance.value !== null) seen.valued += 1
      else if (chance.upper !== null && chance.upper < 100) seen.bounded += 1
      const ofGroups = housed === null || !toGroups ? null : tenth((100 * housed) / toGroups)
      return {
        ...one,
        medianMonthsWaiting: months,
        crowdedOut,
        shareOfNeed: shares[index],
        shareOfLettings: housed === null || !homesLet ? null : tenth((100 * housed) / homesLet),
        shareOfLettingsToFocusGroups: ofGroups,
        shareOfAllocations: ofGroups,
      }
    })
    const ordered = [...expected].sort(
      (one, other) =>
        (one.chance.upper ?? 101) - (other.chance.upper ?? 101) ||
        (other.medianMonthsWaiting ?? -1) - (one.medianMonthsWaiting ?? -1),
    )
    expect(need!['competition'], code).toEqual(ordered)
    if (total !== null) expect(Math.abs(add(shares.map((share) => share ?? 0)) - 100), code).toBeLessThan(0.6)
    compared += 1
  }
  expect(compared).toBeGreaterThan(250)
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0)
})

/** By codes, and for a province or country by what the embedded country has: one of each. */
function liesIn(project: string, { code, level }: Row): boolean {
  if (level === 'COUNTRY' || level === 'PROVINCE') return true
  return level === 'NEIGHBOURHOOD' ? project === code : project.slice(2).startsWith((code as string).slice(2))
}
