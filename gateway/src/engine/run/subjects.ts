/** Whom an answer is about: the subjects that a plan brought data of, by the key that filter.ts had it bring along. */
import { isData } from '../compile/data.ts'
import { subjectKey } from '../document/response-keys.ts'

/** The keys found anywhere in the data, each once, in the order of the data. */
export function subjectsIn(data: unknown): readonly string[] {
  const found = new Set<string>()
  collect(data, found)
  return [...found]
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
    return
  }
  if (!isData(value)) return
  const key = value[subjectKey]
  if (typeof key === 'string' || typeof key === 'number') found.add(String(key))
  for (const name of Object.keys(value)) {
    const below = value[name]
    if (typeof below === 'object') collect(below, found)
  }
}
