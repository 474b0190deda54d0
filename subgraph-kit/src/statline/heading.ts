/** The heading of a column of StatLine without its unit and the signs of its status; blanks as one. */
export function headingOf(header: string): string {
  return header
    .replace(/\*+$/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/\*+\s*$/, '')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
}
