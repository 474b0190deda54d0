/** The port in an option of a command. */
import { InvalidArgumentError } from 'commander'

/** Throws InvalidArgumentError. */
export function readPort(given: string): number {
  const port = Number(given)
  if (/^\d+$/.test(given) && port <= 65_535) return port
  throw new InvalidArgumentError('It must be a number from 0 to 65535.')
}
