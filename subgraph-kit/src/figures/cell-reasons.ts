/**
 * Why a publisher gives no figure in single cells of a table, where it says so: by field and area. Kept with the record of the import, as text of
 * which each reason stands once; it is taken apart when somebody first asks.
 */

/** What a publisher says of a cell without a figure. One that says nothing has no reason here. */
export const cellReasons = ['CONFIDENTIAL', 'IMPOSSIBLE', 'UNRELIABLE'] as const

export type CellReason = (typeof cellReasons)[number]

/** Codes of areas by reason, by field. */
type Stored = Record<string, Partial<Record<CellReason, string>>>

export class CellReasons {
  readonly #byField = new Map<string, Map<string, CellReason>>()
  #text: string | null

  /** `text`: as `toText` wrote it. */
  constructor(text: string | null = null) {
    this.#text = text
  }

  add(field: string, code: string, reason: CellReason): void {
    const codes = this.#read().get(field) ?? new Map<string, CellReason>()
    this.#byField.set(field, codes.set(code, reason))
  }

  /** Those of these fields, from the record of another import. */
  addFrom(other: CellReasons, fields: readonly string[]): void {
    for (const field of fields) {
      for (const [code, reason] of other.#read().get(field) ?? []) this.add(field, code, reason)
    }
  }

  of(field: string, code: string): CellReason | undefined {
    return this.#read().get(field)?.get(code)
  }

  /** Null where there are none. */
  toText(): string | null {
    const fields = [...this.#read()]
    if (fields.length === 0) return null
    const stored: Stored = Object.fromEntries(
      fields.map(([field, codes]) => [
        field,
        Object.fromEntries(
          cellReasons
            .map(
              (reason) =>
                [reason, [...codes].flatMap(([code, one]) => (one === reason ? code : []))] as const,
            )
            .filter(([, some]) => some.length > 0)
            .map(([reason, some]) => [reason, some.join(' ')]),
        ),
      ]),
    )
    return JSON.stringify(stored)
  }

  #read(): Map<string, Map<string, CellReason>> {
    if (this.#text === null) return this.#byField
    const stored = JSON.parse(this.#text) as Stored
    this.#text = null
    for (const [field, reasons] of Object.entries(stored)) {
      for (const reason of cellReasons)
        for (const code of reasons[reason]?.split(' ') ?? []) this.add(field, code, reason)
    }
    return this.#byField
  }
}
