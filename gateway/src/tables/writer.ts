/** What writes a table in a format. */
import type { Row } from './rows.ts'

/** Writes a table: its parts in order are the body. */
export interface TableWriter {
  begin(): string | Uint8Array | Promise<string | Uint8Array>
  rows(batch: readonly Row[]): string | Uint8Array | Promise<string | Uint8Array>
  end(): string | Uint8Array | Promise<string | Uint8Array>
}
