/**
 * The sheets of an old Excel workbook (XLS), which the CBS gave until 2018. The library is read only when such a file comes.
 */

/** A sheet's name and rows; a cell is null, a text, a number, or what no table holds. */
export interface Sheet {
  readonly sheet: string
  readonly data: readonly (readonly unknown[])[]
}

/** A cell that holds an error, such as `#N/A`. */
export class ErrorCell extends Error {
  constructor(
    readonly place: string,
    readonly value: string,
  ) {
    super(value)
  }
}

/** Throws ErrorCell, and whatever the library throws where it is no workbook. */
export async function readOldSheets(bytes: Buffer): Promise<readonly Sheet[]> {
  const { read, utils } = await import('@e965/xlsx')
  const { SheetNames, Sheets } = read(bytes, {
    type: 'buffer',
    cellDates: true,
    cellFormula: false,
    cellHTML: false,
  })
  return SheetNames.map((sheet) => {
    const cells = Sheets[sheet] ?? {}
    for (const [place, cell] of Object.entries(cells) as [string, unknown][]) {
      if (isError(cell)) throw new ErrorCell(place, cell.w ?? '')
    }
    return {
      sheet,
      data: utils.sheet_to_json<unknown[]>(cells, { header: 1, raw: true, defval: null, blankrows: true }),
    }
  })
}

function isError(cell: unknown): cell is { readonly w?: string } {
  return typeof cell === 'object' && cell !== null && 't' in cell && cell.t === 'e'
}
