/**
 * Area codes as the CBS writes them, and what a code alone tells about the year: municipalities merge, and Amsterdam
 * renumbered its districts. Sources: the municipal divisions of 1 January 2019 to 2024.
 */
import type { Years } from './year-evidence.ts'

const shape = /^(?:NL0[01]|PV\d{2}|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/

/** The trimmed code, the country always as `NL00`; null where the text is no area code. */
export function readAreaCode(text: string): string | null {
  const code = text.trim()
  if (!shape.test(code)) return null
  return code === 'NL01' ? 'NL00' : code
}

const firstYear: Readonly<Record<string, number>> = {
  '1979': 2021,
  '1980': 2022,
  '1982': 2022,
  '1991': 2022,
  '1992': 2023,
}

const lastYear: Readonly<Record<string, number>> = {
  ...until(2020, ['0003', '0010', '0024', '0788']),
  ...until(2021, ['0370', '0398', '0416', '0756', '0786', '0815', '0856', '1684', '1685', '1702']),
  ...until(2022, ['0457', '0501', '0530', '0614']),
}

function until(year: number, municipalities: readonly string[]): Record<string, number> {
  return Object.fromEntries(municipalities.map((municipality) => [municipality, year]))
}

/** The years in which this code is in use, or null where the code says nothing about it. */
export function yearsOfCode(code: string): Years | null {
  const municipality = code.slice(2, 6)
  const from = firstYear[municipality]
  const to = lastYear[municipality]
  if (from !== undefined || to !== undefined) return { from: from ?? 0, to: to ?? 9999 }
  if (municipality !== '0363' || code.length < 8) return null
  return /[A-Z]/.test(code.charAt(6)) ? { from: 2023, to: 9999 } : { from: 0, to: 2022 }
}
