/**
 * Housing does not know which municipalities a province has, and so no planned deliveries of a province: here they are the sum over the
 * municipalities within it that have any, and so for a country of which housing has no sum.
 */
import type { AreaInput } from './inputs.ts'

const fields = ['plannedDeliveries', 'plannedDeliveriesForFocusGroups'] as const

export function withPlannedDeliveries(areas: readonly AreaInput[]): readonly AreaInput[] {
  const sums = new Map<string, Record<(typeof fields)[number], number>>()
  for (const { level, country, province, supply } of areas) {
    if (level !== 'MUNICIPALITY' || supply?.plannedDeliveries == null) continue
    for (const parent of [country, province]) {
      if (!parent) continue
      const sum = sums.get(parent) ?? { plannedDeliveries: 0, plannedDeliveriesForFocusGroups: 0 }
      for (const field of fields) sum[field] += supply[field] ?? 0
      sums.set(parent, sum)
    }
  }
  return areas.map((area) =>
    area.supply?.plannedDeliveries === null
      ? { ...area, supply: { ...area.supply, ...sums.get(area.code) } }
      : area,
  )
}
