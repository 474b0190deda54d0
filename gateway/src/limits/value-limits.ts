/**
 * Limits of a client's values: texts have a bounded length, no NUL (which PostgreSQL does not store) and no
 * unpaired surrogates; JSON is nested no deeper than can be read and written back. Validation checks their
 * meaning.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { BREAK, Kind, visit, type DocumentNode } from 'graphql'

/** BAD_ARGUMENT for the first text that is written out in the document and may not be; null where there is none. */
export function faultOfTexts(document: DocumentNode, most: number): HubError | null {
  let fault: HubError | null = null
  visit(document, {
    [Kind.STRING]: {
      enter: ({ value }) => ((fault = faultOf(value, 'The operation', most)) ? BREAK : undefined),
    },
  })
  return fault
}

/** Throws BAD_ARGUMENT for a text in the variables that may not be, whether it is used or not. */
export function checkTexts(variables: Readonly<Record<string, unknown>>, most: number): void {
  for (const [name, value] of Object.entries(variables)) {
    for (const text of textsIn(value)) {
      const fault = faultOf(text, `The variable "${name.slice(0, 100)}"`, most)
      if (fault) throw fault
    }
  }
}

/** Whether lists and objects stand within each other more than so many levels deep. */
export function isDeeperThan(most: number, value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    level = level.flatMap(valuesIn)
    if (depth > most) return true
  }
  return false
}

/** Level by level: what nests deeply would overflow the stack. */
function* textsIn(outermost: unknown): Iterable<string> {
  let level = [outermost]
  while (level.length > 0) {
    for (const value of level) if (typeof value === 'string') yield value
    level = level.flatMap(valuesIn)
  }
}

function valuesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Array.isArray(value) ? (value as unknown[]) : Object.values(value)
}

function faultOf(text: string, what: string, most: number): HubError | null {
  if (text.length > most) {
    const [has, may] = [text.length, most].map((number) => number.toLocaleString('en'))
    const message = `${what} has a text of ${has ?? ''} characters; at most ${may ?? ''} are allowed.`
    return new HubError('BAD_ARGUMENT', message, { limit: most })
  }
  if (text.includes('\0'))
    return new HubError('BAD_ARGUMENT', `${what} has a NUL character; send the text without it.`)
  if (text.isWellFormed()) return null
  return new HubError('BAD_ARGUMENT', `${what} has an unpaired surrogate; send well-formed Unicode.`)
}
