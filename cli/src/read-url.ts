/** A URL in an option of a command. */
import { InvalidArgumentError } from 'commander'

/** Throws InvalidArgumentError. */
export function readUrl(given: string): URL {
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return new URL(given)
  throw new InvalidArgumentError('It must be an http or https URL.')
}
