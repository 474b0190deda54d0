/**
 * The name of an operation as logs may hold it. A client writes it as it likes, so it is cut to 100 characters, and what may be a citizen
 * service number in it is masked, before any log sees it.
 */

const mostCharacters = 100
/** Read of a name before it is cut: masking may shorten it, and nobody need look through a megabyte. */
const mostRead = 1_000

/** Nine digits or more in a row, also where they are written in groups. */
const number = /\d(?:_?\d){8,}/g

export function nameForLogs(name: string): string {
  return name.slice(0, mostRead).replace(number, '(a number)').slice(0, mostCharacters)
}
