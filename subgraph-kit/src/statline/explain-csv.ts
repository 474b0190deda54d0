/**
 * CSV files of the CBS that are no table of areas as rows: each is refused with what it is and what to download instead.
 */
import { readAreaCode } from './area-code.ts'
import { peekCsv } from './read-csv.ts'
import { ImportRefused } from './table.ts'

export async function explainCsv(origin: string, text: Buffer): Promise<void> {
  const first = await peekCsv(origin, text, 20)
  const transposed = first.find(({ cells: [topic, ...rest] }) => {
    return /Codering/.test(String(topic)) && rest.some((cell) => readAreaCode(String(cell)) !== null)
  })
  if (transposed === undefined) return
  const problem = 'it is a StatLine view with topics as rows and areas as columns'
  const remedy =
    'In StatLine, put "Wijken en buurten" in the rows and download the table as CSV, or import the bulk file.'
  throw new ImportRefused(origin, problem, remedy, { line: transposed.line })
}
