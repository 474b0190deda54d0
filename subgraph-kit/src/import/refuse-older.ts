/** An older file never replaces what a newer one gave, unless somebody says so. */
import { ImportRefused } from '../statline/table.ts'
import type { RecordsFile } from './csv-file.ts'

/** `held` says who has what: «housing has allocations»; `stored` when that was retrieved. Throws ImportRefused where the file is older. */
export function refuseOlder(
  { origin, retrievedAt, datedByFile }: Pick<RecordsFile, 'origin' | 'retrievedAt' | 'datedByFile'>,
  held: string,
  stored: string | null | undefined,
): void {
  if (stored === null || stored === undefined || stored <= retrievedAt) return
  const own = datedByFile
    ? `file, of which only its own date is known: last written at ${retrievedAt}`
    : `file's ${retrievedAt}`
  throw new ImportRefused(
    origin,
    `${held} retrieved at ${stored}, later than this ${own}`,
    'Give --force to replace the newer ones, or --retrieved DATE where the file is newer than its date says.',
  )
}
