/** How an application, or the team that owns it, may be called: as counts of use name it, so that the two agree. */
import { nameForLogs } from '@samenhang/gateway/log-text'
import { InvalidArgumentError } from 'commander'

/** Throws InvalidArgumentError. */
export function consumerName(what: 'application' | 'team', name: string): string {
  if (name.trim() === '') throw new InvalidArgumentError(`The name of the ${what} is empty.`)
  if (name === nameForLogs(name)) return name
  throw new InvalidArgumentError(
    `The name of the ${what} must be at most 100 characters, on one line and without a long number.`,
  )
}
