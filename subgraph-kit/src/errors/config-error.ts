/** A setting that cannot work: one line that says what is wrong, where it stands, and what to do. Ends the start, never a request. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
