/**
 * Many things in fewer bytes, for a wire: their names with type and key said once, and their answers as one list of values with the fields
 * said once. Only for things that are all of one form; what is not goes as it is. Promises that unpacking gives what was packed.
 */
import { isRecord } from '../http/http-body.ts'

/** Below this number, saying the form once saves nothing. */
const fewest = 8

type Entities = readonly Readonly<Record<string, unknown>>[]

/** Names of things of one type by one key: `{ type, key, values }`; null where they are not. */
export function packNames(names: unknown): { type: string; key: string; values: string[] } | null {
  if (!Array.isArray(names) || names.length < fewest) return null
  const [first] = names as Entities
  const [typename, key = ''] = first ? Object.keys(first) : []
  const type = first?.['__typename']
  if (typename !== '__typename' || typeof type !== 'string' || isReserved(key)) return null
  const values: string[] = []
  for (const name of names as Entities) {
    const value = name[key]
    if (typeof value !== 'string' || name['__typename'] !== type || Object.keys(name).length !== 2)
      return null
    values.push(value)
  }
  return { type, key, values }
}

/** Throws where these are no packed names. */
export function unpackNames(packed: unknown): Record<string, string>[] {
  const { type, key, values } = isRecord(packed) ? packed : {}
  if (typeof type !== 'string' || typeof key !== 'string' || isReserved(key) || !Array.isArray(values))
    throw new Error('no packed names')
  return values.map((value) => ({ __typename: type, [key]: value as string }))
}

/** A field of a thing: its key, and the keys below it where it is an object of values. */
type Form = readonly (readonly [key: string, below: readonly string[] | null])[]

/** JSON of the form and the values of all things, an object that is null being 0 and one that is there 1; null where their form differs. */
export function packEntities(entities: unknown): string | null {
  if (!Array.isArray(entities) || entities.length < fewest) return null
  const form = formOf(entities as readonly unknown[])
  if (!form) return null
  const values: unknown[] = []
  for (const entity of entities as readonly unknown[]) if (!packEntity(entity, form, values)) return null
  return JSON.stringify({ form, values })
}

function packEntity(entity: unknown, form: Form, values: unknown[]): boolean {
  if (!isRecord(entity) || Object.keys(entity).length !== form.length) return false
  for (const [key, below] of form) {
    const value = entity[key]
    if (below === null) {
      if (!isValue(value)) return false
      values.push(value)
    } else if (value === null) values.push(0)
    else {
      if (!isRecord(value) || Object.keys(value).length !== below.length) return false
      values.push(1)
      for (const name of below) {
        const inner = value[name]
        if (!isValue(inner)) return false
        values.push(inner)
      }
    }
  }
  return true
}

/** By the first thing in which an object is there, key by key. */
function formOf(entities: readonly unknown[]): Form | null {
  const [first] = entities
  if (!isRecord(first)) return null
  const form = Object.keys(first).map((key) => {
    const filled = entities.find((entity) => isRecord(entity) && isRecord(entity[key]))
    return [key, isRecord(filled) ? Object.keys(filled[key] as object) : null] as const
  })
  return form.some(([key, below]) => isReserved(key) || below?.some(isReserved)) ? null : form
}

/** Throws where this is nothing that was packed. */
export function unpackEntities(packed: unknown): Record<string, unknown>[] {
  const { form, values } = isRecord(packed) ? packed : {}
  if (!isForm(form) || !Array.isArray(values)) throw new Error('no packed things')
  const entities: Record<string, unknown>[] = []
  let at = 0
  while (at < values.length) {
    const entity: Record<string, unknown> = {}
    for (const [key, below] of form) {
      const value = values[at] as unknown
      at += 1
      if (below === null) entity[key] = value
      else if (value === 0) entity[key] = null
      else {
        const inner: Record<string, unknown> = {}
        for (const name of below) {
          inner[name] = values[at] as unknown
          at += 1
        }
        entity[key] = inner
      }
    }
    entities.push(entity)
  }
  if (at !== values.length) throw new Error('no packed things')
  return entities
}

function isForm(form: unknown): form is Form {
  return (
    Array.isArray(form) &&
    form.length > 0 &&
    form.every((field) => {
      const [key, below] = Array.isArray(field) ? (field as unknown[]) : []
      return isKey(key) && (below === null || (Array.isArray(below) && below.every(isKey)))
    })
  )
}

function isKey(key: unknown): key is string {
  return typeof key === 'string' && !isReserved(key)
}

/** Names that JavaScript gives a meaning. */
function isReserved(key: string): boolean {
  return key in Object.prototype
}

function isValue(value: unknown): boolean {
  return value !== undefined && (value === null || typeof value !== 'object')
}
