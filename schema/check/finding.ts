/** Something that a check found in a slice, and where: what every part of the report is made of. */

/** A place in a file of the repository; line and column count from 1. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface Finding {
  /** The composer's own code, such as INVALID_FIELD_SHARING, or the name of a house rule. */
  readonly code: string
  readonly message: string
  readonly location?: Location | undefined
}

/** A finding of a line for its author, which begins with file, line and column where these are known. */
export function findingOf(code: string, line: string): Finding {
  const [start, file, row, column] = /^(\S+?):(\d+):(\d+): /.exec(line) ?? []
  if (start === undefined || file === undefined) return { code, message: line }
  return {
    code,
    message: line.slice(start.length),
    location: { file, line: Number(row), column: Number(column) },
  }
}
