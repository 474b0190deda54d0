/** Half-years as text (`2025-H1`) and as a running number, so that the one before is one less. */

export function halfOf(halfYear: string): number {
  return 2 * Number(halfYear.slice(0, 4)) + Number(halfYear.slice(-1)) - 1
}

export function halfYearOf(half: number): string {
  return `${String(yearOf(half))}-H${String((half % 2) + 1)}`
}

export function yearOf(half: number): number {
  return Math.floor(half / 2)
}
