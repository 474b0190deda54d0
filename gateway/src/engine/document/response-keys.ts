/**
 * The response keys of the engine's fetches, made of the field and its arguments and never of a client's
 * alias. Two fields of one object share a key only if they are the same field with the same arguments; keys
 * and required fields always have their own names.
 */
import { createHash } from 'node:crypto'
import { print, type FieldNode } from 'graphql'

/** The response key under which a plan brings what tells a subject apart; clients may not use names that begin with `hub__`. */
export const subjectKey = 'hub__subject'

const keys = new WeakMap<FieldNode, string>()

/** The key of a field in the data: its name where it has no arguments, else `hub__`, its name and a hash of what it is given. */
export function responseKeyOf(node: FieldNode): string {
  let key = keys.get(node)
  if (key === undefined) keys.set(node, (key = makeKey(node)))
  return key
}

function makeKey({ name, alias, arguments: fieldArguments = [], directives = [] }: FieldNode): string {
  if (alias?.value === subjectKey) return subjectKey
  const field = name.value
  // What every object inherits would be taken for a value that is absent.
  if (fieldArguments.length === 0 && directives.length === 0 && !(field in Object.prototype)) return field
  const parts = [
    ...fieldArguments.map((node) => print(node)).sort(),
    ...directives.map((node) => print(node)),
  ]
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20)
  return `hub__${field}_${hash}`
}
