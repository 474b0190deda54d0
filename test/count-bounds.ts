/** What counts that are stored may be in truth, rounded or withheld: arithmetic of the test's own. */
export type Row = ReturnType<typeof JSON.parse>

/** What a stored count can be in truth: rounded to 5 and 10 at the least, or withheld. */
export const low = (stored: unknown) => (stored == null ? 0 : Math.max(10, (stored as number) - 2))
export const high = (stored: unknown) => (stored == null ? Infinity : (stored as number) + 2)
export const floor = (part: number) => Math.floor(part * 1000 + 1e-9) / 10
export const ceil = (part: number) => Math.min(100, Math.ceil(part * 1000 - 1e-9) / 10)
export const add = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

export function parentOf({
  code,
  district_code,
  municipality_code,
  province_code,
  country_code,
}: Row): string | null {
  return (
    [district_code, municipality_code, province_code, country_code].find(
      (one) => one !== null && one !== code,
    ) ?? null
  )
}

/** The upper bound of a column everywhere: stored, or what the parent leaves beside the other areas in it. */
export function upperBounds(
  areas: readonly Row[],
  stored: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, number> {
  const bounds = new Map<string, number>()
  const bound = (area: Row): number => {
    const code = area['code'] as string
    const known = bounds.get(code)
    if (known !== undefined) return known
    const parent = areas.find((one) => one['code'] === parentOf(area))
    let most = high(stored.get(code))
    if (most === Infinity && parent) {
      const others = areas.filter((one) => parentOf(one) === parent['code'] && one['code'] !== code)
      most = bound(parent) - add(others.map((one) => low(stored.get(one['code'] as string))))
    }
    bounds.set(code, most)
    return most
  }
  for (const area of areas) bound(area)
  return bounds
}

/**
 * The upper bound of homes let to each group, to nobody of a group and in all, by area: what all homes of the area leave beside those of
 * others, and what the parent leaves. `allocations` are rows by the code of their area.
 */
export function housedBounds(
  areas: readonly Row[],
  groups: readonly string[],
  allocations: ReadonlyMap<string, Row>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const recipients = [...groups.map((group) => group.toLowerCase()), 'no_group']
  const bounds = new Map(['total', ...recipients].map((one) => [one, new Map<string, number>()]))
  for (const level of ['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD'])
    for (const area of areas.filter((one) => one['level'] === level)) {
      const code = area['code'] as string
      const row = allocations.get(code)
      if (!row) continue
      const siblings = areas.filter((one) => parentOf(one) === parentOf(area) && one['code'] !== code)
      const fromParent = (column: string) =>
        (bounds.get(column)!.get(parentOf(area) ?? '') ?? Infinity) -
        add(siblings.map((one) => low(allocations.get(one['code'] as string)?.[column])))
      const total = row['total'] === null ? fromParent('total') : high(row['total'])
      bounds.get('total')!.set(code, total)
      for (const recipient of recipients) {
        const others = recipients.filter((one) => one !== recipient)
        const most = Math.min(fromParent(recipient), total - add(others.map((one) => low(row[one]))))
        bounds.get(recipient)!.set(code, row[recipient] === null ? most : high(row[recipient]))
      }
    }
  return bounds
}
