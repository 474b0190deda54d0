/** Numbers of releases, as they are given on the command line. */
import { InvalidArgumentError } from 'commander'

export function releaseNumber(given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given)
  throw new InvalidArgumentError('It must be the number of a release; see hub schema list.')
}
