/** What is wrong with a scenario that is asked, one sentence each: what, where, and what is expected. The shape is the schema's. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { lastYear, sharesIn, type Changes } from './scenario-changes.ts'
import type { ScenarioInput } from './scenario-inputs.ts'
import { poolOf } from './scenario-pool.ts'
import { firstYearOf } from './scenario.ts'

const mostChanges = 50
const mostHomes = 100_000
const mostPrice = 10_000_000

/** Throws HubError BAD_ARGUMENT: what of the changes could not be, whatever the figures are. */
export function checkChanges(changes: Changes): void {
  const { homes, lettings, inflow, shelters } = changes
  const count = homes.length + lettings.length + inflow.length + shelters.length
  if (count > mostChanges) refuse(`input has ${count} changes`, `at most ${mostChanges}`)
  for (const [at, added] of homes.entries()) {
    const path = `homes[${at}]`
    expectBetween(`${path}.homes`, added.homes, 0, mostHomes)
    expectGroups(path, added.forGroups)
    if (!added.price) continue
    expectBetween(`${path}.price.lower`, added.price.lower, 0, mostPrice)
    expectBetween(`${path}.price.upper`, added.price.upper, 0, mostPrice)
    if (added.price.lower > added.price.upper)
      refuse(
        `${path}.price is from ${added.price.lower} to ${added.price.upper}`,
        'lower to be no more than upper',
      )
  }
  for (const [at, { share }] of lettings.entries()) expectBetween(`lettings[${at}].share`, share, 0, 1)
  for (const [at, { percent }] of inflow.entries())
    expectBetween(`inflow[${at}].percent`, percent, -100, 1_000)
  for (const [at, { places }] of shelters.entries())
    expectBetween(`shelters[${at}].places`, places, -mostHomes, mostHomes)
  expectOnce('lettings', lettings)
  expectOnce('inflow', inflow)
  checkShares(changes)
  checkGrant(changes)
}

/** Throws HubError BAD_ARGUMENT: what cannot be with the figures there are. */
export function checkAgainst(inputs: readonly ScenarioInput[], changes: Changes): void {
  const from = firstYearOf(inputs)
  if (from === null) return
  const years = [
    ...changes.homes.map(({ year }, at) => [`homes[${at}].year`, year] as const),
    ...(['lettings', 'inflow', 'shelters'] as const).flatMap((list) =>
      changes[list].map(({ fromYear }, at) => [`${list}[${at}].fromYear`, fromYear] as const),
    ),
  ]
  for (const [path, year] of years)
    if (year < from || year > lastYear)
      refuse(`${path} is ${year}`, `${from} to ${lastYear}, for the figures are of ${from - 1}`)
  for (const [at, { fromYear, group, kind }] of changes.shelters.entries()) {
    const pool = poolOf(inputs, group, false)
    const places = pool.shelters[kind]
    const closed = -placesFrom(fromYear, changes, { group, kind })
    if (!places || closed <= places.upper) continue
    throw new HubError(
      'BAD_ARGUMENT',
      `shelters[${at}] leaves ${closed} places of ${kind} closed for ${group} in ${fromYear}; there are at most ${places.upper}.`,
    )
  }
}

/** All that is opened by that year, less what is closed. */
function placesFrom(
  year: number,
  { shelters }: Changes,
  of: Pick<Changes['shelters'][number], 'group' | 'kind'>,
): number {
  return shelters
    .filter(({ fromYear, group, kind }) => fromYear <= year && group === of.group && kind === of.kind)
    .reduce((sum, { places }) => sum + places, 0)
}

function checkShares(changes: Changes): void {
  for (const { fromYear } of changes.lettings) {
    const shares = [...sharesIn(fromYear, changes)]
    const sum = shares.reduce((all, [, share]) => all + share, 0)
    if (sum <= 1 + 1e-9) continue
    const each = shares.map(([group, share]) => `${group} ${share}`).join(', ')
    refuse(`The shares of lettings in ${fromYear} add up to ${Number(sum.toFixed(6))} (${each})`, 'at most 1')
  }
}

function checkGrant({ grant, homes }: Changes): void {
  if (grant === null) return
  expectBetween('grant', grant, 0, Number.MAX_SAFE_INTEGER)
  if (homes.length === 0) refuse('grant is given without homes', 'homes with a price to hold it against')
  const at = homes.findIndex(({ price }) => price === null)
  if (at >= 0) refuse(`grant is given, and homes[${at}] has no price`, 'a price for all homes')
}

function expectGroups(path: string, groups: readonly string[]): void {
  if (groups.length === 0) refuse(`${path}.forGroups is empty`, 'at least one group')
  const again = groups.find((group, at) => groups.indexOf(group) < at)
  if (again !== undefined) refuse(`${path}.forGroups has ${again} twice`, 'each group once')
}

/** Which of two of one year holds would be a guess. */
function expectOnce(
  list: string,
  changes: readonly { readonly fromYear: number; readonly group: string }[],
): void {
  const keys = changes.map(({ fromYear, group }) => `${group} from ${fromYear}`)
  const again = keys.find((key, at) => keys.indexOf(key) < at)
  if (again !== undefined) refuse(`${list} changes ${again} twice`, 'one change of a group a year')
}

function expectBetween(path: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return
  refuse(`${path} is ${value}`, `${least.toLocaleString('en')} to ${most.toLocaleString('en')}`)
}

function refuse(what: string, expected: string): never {
  throw new HubError('BAD_ARGUMENT', `${what}; expected ${expected}.`)
}
