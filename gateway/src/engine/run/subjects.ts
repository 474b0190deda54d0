/**
 * The people that an answer is about: the subjects in the data of a plan, by the key that filter.ts added.
 */
import { isData } from '../compile/data.ts'
import { subjectKey } from '../document/response-keys.ts'

/** The keys found anywhere in the data, each once, in the order of the data. */
export function subjectsIn(data: unknown): readonly string[] {
  const keys = new Set<string>()
  collect(data, keys)
  return [...keys]
}

function collect(value: unknown, keys: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, keys)
    return
  }
  if (!isData(value)) return
  const key = value[subjectKey]
  if (typeof key === 'string' || typeof key === 'number') keys.add(String(key))
  for (const name of Object.keys(value)) {
    const below = value[name]
    if (typeof below === 'object') collect(below, keys)
  }
}
