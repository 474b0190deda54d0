/**
 * Housing does not know which municipalities a province has, and so no planned deliveries of a province: here they are the sum over the
 * municipalities within it that have any, and so for a country of which housing has no sum.
 */
import type { AreaInput } from './inputs.ts'

export function withPlannedDeliveries(areas: readonly AreaInput[]): readonly AreaInput[] {
  const sums = new Map<string, number>()
  for (const { level, country, province, supply } of areas) {
    if (level !== 'MUNICIPALITY' || supply?.plannedDeliveries == null) continue
    for (const parent of [country, province])
      if (parent) sums.set(parent, (sums.get(parent) ?? 0) + supply.plannedDeliveries)
  }
  return areas.map((area) =>
    area.supply?.plannedDeliveries === null
      ? { ...area, supply: { ...area.supply, plannedDeliveries: sums.get(area.code) ?? null } }
      : area,
  )
}
