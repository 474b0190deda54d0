/**
 * Texts of clients or subgraphs in a form that logs may hold: cut, and with possible citizen service numbers
 * masked.
 */

/** Nine digits or more in a row, also where they are written in groups. */
export const longNumber = /\d(?:_?\d){8,}/g

/** Masked before it is cut, so that no number is cut into one that is not known for it; of what is far longer the beginning only is looked at. */
export function textForLogs(text: string, most: number): string {
  return text
    .slice(0, 10 * most)
    .replace(longNumber, '(a number)')
    .slice(0, most)
}

/** Of an operation, or a code. */
export function nameForLogs(name: string): string {
  return textForLogs(name, 100)
}

const mostMessage = 1_000
const mostStack = 4_000

/** An error of any origin; of its data only its code. */
export function errorForLogs(error: unknown): unknown {
  if (!(error instanceof Error)) return textForLogs(String(error), mostMessage)
  const { name, message, stack = '', cause } = error
  const code = codeOf(error)
  return {
    type: nameForLogs(name),
    message: textForLogs(message, mostMessage),
    stack: textForLogs(stack, mostStack),
    ...(code !== undefined && { code: nameForLogs(code) }),
    ...(cause instanceof Error && { cause: textForLogs(cause.message, mostMessage) }),
  }
}

function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code
  const extensions: unknown = 'extensions' in error ? error.extensions : undefined
  if (typeof extensions !== 'object' || extensions === null || !('code' in extensions)) return undefined
  return typeof extensions.code === 'string' ? extensions.code : undefined
}
