/**
 * Area codes as the CBS writes them, and what a code alone tells about the year: municipalities merge (municipal-changes.ts), and Amsterdam
 * renumbered its districts in 2023.
 */
import {
  described,
  predecessorsOf,
  successorsOf,
  yearsOfMunicipality,
} from '../identifiers/municipal-changes.ts'
import { describeYears, includes, type Years } from './year-evidence.ts'

const shape = /^(?:NL0[01]|PV\d{2}|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/

/** The trimmed code, the country always as `NL00`; null where the text is no area code. */
export function readAreaCode(text: string): string | null {
  const code = text.trim()
  if (!shape.test(code)) return null
  return code === 'NL01' ? 'NL00' : code
}

/** The years in which this code is in use, or null where the code says nothing about it. */
export function yearsOfCode(code: string): Years | null {
  if (!/^(?:GM|WK|BU)/.test(code)) return null
  const municipality = municipalityOf(code)
  const years = yearsOfMunicipality(municipality)
  if (years.from > 0 || years.to < 9999) return years
  if (municipality !== 'GM0363' || code.length < 8) return null
  return /[A-Z]/.test(code.charAt(6)) ? { from: 2023, to: 9999 } : { from: 0, to: 2022 }
}

/** Why there is no such code in this year: what came after or went before it, in words for a message. Null where it may be there. */
export function whyNotIn(code: string, year: number): string | null {
  const years = yearsOfCode(code)
  if (years === null || includes(years, year)) return null
  const municipality = municipalityOf(code)
  const [successor, ...others] = successorsOf(municipality)
  const subject = code === municipality ? 'it' : `its municipality ${municipality}`
  if (successor !== undefined && year > years.to) {
    const heirs = [successor, ...others].map(({ code: heir, name }) => `${heir} (${name})`).join(', ')
    const happened = others.length === 0 ? 'became part of' : 'was split over'
    return `${subject} ${happened} ${heirs} in ${String(successor.period)}`
  }
  const began = yearsOfMunicipality(municipality).from
  const former = predecessorsOf(municipality).filter(({ period }) => period === began)
  if (former.length === 0) return `it is of ${describeYears(years)}`
  return `${subject} was made in ${String(years.from)} of ${former.map(described).join(', ')}`
}

function municipalityOf(code: string): string {
  return `GM${code.slice(2, 6)}`
}
