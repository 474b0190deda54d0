/**
 * The data of subgraph answers while a plan runs, and how one answer is merged into another. Only own
 * properties are read or written: names such as `constructor` never get this far (prepare.ts), and
 * `__proto__` in an answer is ignored.
 */

/** An object of an answer, by response key. */
export type Data = Record<string, unknown>

/** Where something stands in an answer: response keys and places in lists. */
export type Path = readonly (string | number)[]

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a type of this name is an object's, and no interface's. */
export type IsObjectType = (name: unknown) => boolean

/**
 * Lays an answer into what is there: objects field by field, lists of one length item by item, all else replaces. A null never takes away an
 * object: of a root that several subgraphs fill, one may fail. Nor does a subgraph that knows a thing by its interface only unname it, at whatever
 * depth it gives it.
 */
export function mergeInto(target: Data, source: Data, isObjectType: IsObjectType): void {
  for (const key of Object.keys(source)) {
    const value = source[key]
    if (value === undefined || key === '__proto__') continue
    const present = target[key]
    if (typeof present === 'object' && present !== null)
      target[key] = mergedValue(present, value, isObjectType)
    else if (key !== '__typename' || present === undefined || isObjectType(value)) target[key] = value
  }
}

/** What stands where both are laid together; `present` may be written into. */
export function mergedValue(present: object, value: unknown, isObjectType: IsObjectType): unknown {
  if (Array.isArray(value) && Array.isArray(present)) {
    return present.length === value.length
      ? present.map((item: unknown, index) =>
          typeof item === 'object' && item !== null
            ? mergedValue(item, value[index], isObjectType)
            : (value[index] as unknown),
        )
      : value
  }
  if (value === null || value === undefined) return present
  if (!isData(value) || !isData(present)) return value
  mergeInto(present, value, isObjectType)
  return present
}

/** A copy that shares nothing that can be changed. */
export function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value
  if (!isData(value)) return value
  const copy = Object.create(null) as Data
  for (const key of Object.keys(value)) copy[key] = copyOf(value[key])
  return copy as Value
}

/**
 * Which objects of a path are meant, by their types on the way: an entry for each type that is, and `null` for every type. At the end of the path
 * what stands below does not matter.
 */
export type Branch = ReadonlyMap<unknown, Branch> | null

export function isSameBranch(first: Branch, second: Branch): boolean {
  if (first === null || second === null) return first === second
  return (
    first.size === second.size &&
    [...first].every(([type, below]) => {
      const same = second.get(type)
      return same !== undefined && isSameBranch(below, same)
    })
  )
}

/** The objects that a plan's path leads to, `@` being every item of a list: nulls and what is not there left out. */
export function objectsAt(data: Data, path: readonly string[], branch: Branch = null): Data[] {
  const objects: Data[] = []
  collect(data, path, 0, branch, objects)
  return objects
}

function collect(
  value: unknown,
  path: readonly string[],
  step: number,
  branch: Branch,
  objects: Data[],
): void {
  if (Array.isArray(value)) {
    // A path names a list by `@`; nested lists by one each.
    if (path[step] === '@') for (const item of value) collect(item, path, step + 1, branch, objects)
    return
  }
  if (!isData(value)) return
  const next = branch === null ? null : branch.get(value['__typename'])
  if (next === undefined) return
  const key = path[step]
  if (key === undefined) objects.push(value)
  else collect(value[key], path, step + 1, next, objects)
}

function eachItem(list: readonly unknown[], path: Path, visit: (item: unknown, path: Path) => void): void {
  list.forEach((item, index) => visit(item, [...path, index]))
}

/** The paths of the objects that `objectsAt` finds, in its order. */
export function pathsAt(data: Data, path: readonly string[], branch: Branch = null): Path[] {
  const paths: Path[] = []
  const walk = (value: unknown, step: number, currentPath: Path, here: Branch): void => {
    if (Array.isArray(value)) {
      if (path[step] === '@') eachItem(value, currentPath, (item, place) => walk(item, step + 1, place, here))
      return
    }
    if (!isData(value)) return
    const next = here === null ? null : here.get(value['__typename'])
    if (next === undefined) return
    const key = path[step]
    if (key === undefined) paths.push(currentPath)
    else walk(value[key], step + 1, [...currentPath, key], next)
  }
  walk(data, 0, [], branch)
  return paths
}

/**
 * The places on a path of which the type is asked and not known yet: such an object was given by the name of its interface, and who knows its type
 * has not said it. What stands further on the path is named as in the path.
 */
export function unnamedAt(
  data: Data,
  path: readonly string[],
  branch: Branch,
  isObjectType: IsObjectType,
): Path[] {
  const paths: Path[] = []
  const walk = (value: unknown, step: number, currentPath: Path, here: Branch): void => {
    if (here === null) return
    if (Array.isArray(value)) {
      if (path[step] === '@') eachItem(value, currentPath, (item, place) => walk(item, step + 1, place, here))
      return
    }
    if (!isData(value)) return
    const name = value['__typename']
    const next = here.get(name)
    const key = path[step]
    if (next === undefined) {
      if (!isObjectType(name)) paths.push([...currentPath, ...path.slice(step)])
    } else if (key !== undefined) walk(value[key], step + 1, [...currentPath, key], next)
  }
  walk(data, 0, [], branch)
  return paths
}
