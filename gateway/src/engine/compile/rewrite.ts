/** The rewrites of a plan: of a representation before it is sent, and of an answer before it is merged. */
import { isData, type Data } from './data.ts'
import type { Types } from './types.ts'

/** A change as plans carry it: a value set, or a key renamed, at a path of keys and `... on Type`. */
export interface PlannedRewrite {
  readonly kind: 'ValueSetter' | 'KeyRenamer'
  readonly path: readonly string[]
  readonly setValueTo?: unknown
  readonly renameKeyTo?: string
}

export type Rewrite = (data: unknown) => void

const onType = '... on '

export function compileRewrites(planned: readonly PlannedRewrite[] = [], types: Types): Rewrite {
  const changes = planned.map((rewrite): Rewrite => {
    const key = rewrite.path.at(-1)
    if (key === undefined || key.startsWith(onType)) throw new Error('A rewrite that changes no field')
    const change = (data: Data): void => {
      if (rewrite.kind === 'ValueSetter') data[key] = rewrite.setValueTo
      else if (data[key] !== undefined) {
        data[rewrite.renameKeyTo ?? key] = data[key]
        data[key] = undefined
      }
    }
    return (data) => at(data, rewrite.path, 0, change, types)
  })
  return (data) => {
    for (const change of changes) change(data)
  }
}

function at(
  data: unknown,
  path: readonly string[],
  step: number,
  change: (data: Data) => void,
  types: Types,
): void {
  if (Array.isArray(data)) {
    for (const item of data) at(item, path, step, change, types)
    return
  }
  if (!isData(data)) return
  if (step === path.length - 1) {
    change(data)
    return
  }
  const next = path[step] ?? ''
  if (!next.startsWith(onType)) at(data[next], path, step + 1, change, types)
  else if (data['__typename'] === undefined || types.fits(data['__typename'], next.slice(onType.length)))
    at(data, path, step + 1, change, types)
}
