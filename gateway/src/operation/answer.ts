/** An operation that was answered or refused, as it leaves. */

/** An answer on its way to the client. */
export interface WrittenAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  /** JSON: `{ data, errors }`. */
  readonly text: string
}
