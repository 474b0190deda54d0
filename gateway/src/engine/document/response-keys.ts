/**
 * The response keys under which the engine asks subgraphs: made of the field and its arguments, never of a client's alias. Two fields of one
 * object share a key only if they are the same field with the same arguments, and keys and required fields always stand under their own names.
 */
import { createHash } from 'node:crypto'
import { print, type FieldNode } from 'graphql'

/** The response key under which a plan brings what tells a subject apart; clients may not use names that begin with `hub__`. */
export const subjectKey = 'hub__subject'

const known = new WeakMap<FieldNode, string>()

/** The key of a field in the data: its name where it has no arguments, else `hub__`, its name and a hash of what it is given. */
export function responseKeyOf(node: FieldNode): string {
  let key = known.get(node)
  if (key === undefined) known.set(node, (key = makeKey(node)))
  return key
}

function makeKey({ name, alias, arguments: given = [], directives = [] }: FieldNode): string {
  if (alias?.value === subjectKey) return subjectKey
  const field = name.value
  // What every object inherits would be taken for a value that is absent.
  if (given.length === 0 && directives.length === 0 && !(field in Object.prototype)) return field
  const parts = [...given.map((one) => print(one)).sort(), ...directives.map((one) => print(one))]
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20)
  return `hub__${field}_${hash}`
}
