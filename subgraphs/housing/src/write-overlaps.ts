/**
 * The rows ALL of a file of focus groups: households of all groups together, each counted once, by area and year. Checked against the
 * groups of the file and stored protected; overlap.ts has the rule.
 */
import { levelOf } from '@samenhang/subgraph-kit/area-code'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import type { TogetherRow, WriteTogether } from '@samenhang/subgraph-kit/group-counts-together'
import { isAdrift, protectOverlaps, storedOverlaps, writeOverlaps } from './overlap.ts'
import { focusGroups } from './recipients.ts'

export const writeTogether: WriteTogether = async (transaction, database, rows, sourceId, refuse) => {
  for (const [period, ofYear] of groupBy(rows, (row) => row.period)) {
    const tooMany = ofYear.find(isMoreThanTogether)
    if (tooMany) {
      throw refuse(tooMany, {
        column: 'households',
        problem: `${String(tooMany.count)} distinct households, more than all groups of ${tooMany.code} together`,
        remedy: 'Count each household once.',
      })
    }
    const exact = ofYear.map(({ count: distinct, ...row }) => ({ ...row, distinct }))
    const stored = await storedOverlaps(transaction, period, new Set(ofYear.map(({ code }) => code)))
    const adrift = ofYear.find(({ code, province }) => levelOf(code) === 'MUNICIPALITY' && province === null)
    const blamed = adrift ?? ofYear[0]
    if (blamed && isAdrift([...exact, ...stored])) {
      throw refuse(blamed, {
        column: 'province',
        problem:
          'nothing says which province a municipality lies in, so small counts could follow from those of the provinces',
        remedy: 'Fill the column province for every municipality, or leave the provinces out.',
      })
    }
    const { protectedRows, wrong } = protectOverlaps(exact, stored)
    const row = wrong && ofYear.find(({ code }) => code === wrong.code)
    if (row) throw refuse(row, { column: 'households', problem: wrong.problem, remedy: wrong.remedy })
    await writeOverlaps(transaction, database, protectedRows, { period, sourceId, conflict: 'replace' })
  }
}

/** Told only where the file has every group. */
function isMoreThanTogether({ count, groups }: TogetherRow): boolean {
  return (
    groups.length === focusGroups.length && count > groups.reduce((sum, households) => sum + households, 0)
  )
}
