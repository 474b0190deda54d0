/**
 * Does an answer fit the operation it is to? A subgraph elsewhere may send half of one, other types than it declares, or more than was
 * asked: that would become silent nulls, a blank page, or other domains' figures overwritten where answers are merged.
 * Promises data with the fields asked for, of their types, and no others; or an Error. Worked out once for an operation.
 */
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import type { SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import {
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql'
import { operationShape, type Shape } from './operation-shape.ts'

type Data = Record<string, unknown>
type FitAnswer = (request: SubgraphRequest, answer: SubgraphAnswer) => Data | null

/** Gives the value as it may be used, or throws. The error names the field and not the value: figures do not belong in a log. */
type Fit = (value: unknown) => unknown
type FitObject = (value: unknown, expected?: string) => Data

interface Fitted {
  readonly whole: FitObject
  readonly entity: FitObject
}

interface Field {
  readonly key: string
  readonly fit: Fit
  readonly always: boolean
  readonly types: ReadonlySet<string>
}

const nothing: Shape = new Map()
const mostRemembered = 1_000

/** The check for subgraphs of this supergraph: gives the data, or throws. May change the answer it is given. */
export function answerFitter(schema: GraphQLSchema): FitAnswer {
  const remembered = new Map<string, Fitted>()
  const fittedBy = (query: string): Fitted => {
    const known = remembered.get(query)
    if (known) return known
    if (remembered.size >= mostRemembered) remembered.clear()
    const shape = operationShape(query, schema)
    const fitted = {
      whole: objectFit(shape, 'copied'),
      entity: objectFit(shape.get('_entities')?.children ?? nothing, 'as it is'),
    }
    remembered.set(query, fitted)
    return fitted
  }
  return (request, { data = null, errors = [] }) => {
    if (data === null && errors.length > 0) return null
    if (!isRecord(data)) throw new Error('neither `data` nor `errors`')
    const { whole, entity } = fittedBy(request.query)
    const representations = request.variables?.['representations']
    return Array.isArray(representations)
      ? { _entities: fitEntities(data['_entities'], representations, entity) }
      : whole(data)
  }
}

function fitEntities(entities: unknown, representations: readonly unknown[], fit: FitObject): unknown[] {
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    throw new Error('`_entities` has another length than `representations`')
  }
  for (const [index, entity] of entities.entries())
    if (entity !== null) entities[index] = fit(entity, typeNameOf(representations[index]))
  return entities
}

/** An object that has nothing of Object's prototype, and is as quick to read as any (one made by `Object.create(null)` is not). */
const Bare = function () {} as unknown as new () => Data
Bare.prototype = Object.create(null) as object

/**
 * Objects from a root are laid answers into, so they are copied to ones without Object's prototype. Those of entities are only laid into others,
 * and stay as they are where they hold nothing but what was asked.
 */
function objectFit(shape: Shape, made: 'copied' | 'as it is'): FitObject {
  const fields = [...shape].map(([key, { type, children, always, types }]): Field => ({
    key,
    fit: valueFit(type, children && objectFit(children, made), key),
    always,
    types,
  }))
  const copies = made === 'copied' || fields.some(({ key }) => key in Object.prototype)
  return (object, expected) => {
    if (!isRecord(object)) throw new Error('no object where one belongs')
    const target = copies ? new Bare() : (object as Data)
    let found = 0
    for (const { key, fit, always, types } of fields) {
      const value = copies && !Object.hasOwn(object, key) ? undefined : object[key]
      if (value === undefined) {
        if (always || types.has(typeNameOf(object) ?? expected ?? '')) throw new Error(`«${key}» is missing`)
        continue
      }
      found += 1
      const fitted = fit(value)
      if (copies || fitted !== value) target[key] = fitted
    }
    return copies || found === Object.keys(object).length ? target : only(fields, object)
  }
}

function only(fields: readonly Field[], object: Readonly<Data>): Data {
  const copy = new Bare()
  for (const { key } of fields) if (Object.hasOwn(object, key)) copy[key] = object[key]
  return copy
}

function valueFit(type: GraphQLType | undefined, object: FitObject | undefined, key: string): Fit {
  if (isNonNullType(type)) {
    const inner = valueFit(type.ofType, object, key)
    return (value) => {
      if (value === null) throw new Error(`«${key}» is null and may not be`)
      return inner(value)
    }
  }
  if (isListType(type)) {
    const item = valueFit(type.ofType, object, key)
    return (value) => {
      if (value === null) return null
      if (!Array.isArray(value)) throw new Error(`«${key}» is no list`)
      return value.map(item)
    }
  }
  if (object) return (value) => (value === null ? null : object(value))
  if (!isLeafType(type)) return (value) => value
  const fits = leafFit(type)
  return (value) => {
    if (value !== null && !fits(value)) throw new Error(`«${key}» is no ${type.name}`)
    return value
  }
}

/** The commonest types without a call of their own, which throws for what does not fit. */
const quick: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => typeof value === 'number' && (value | 0) === value,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  ID: (value) => typeof value === 'string',
}

function leafFit(type: GraphQLLeafType): (value: unknown) => boolean {
  const isQuick = quick[type.name] ?? (() => false)
  return (value) => {
    if (isQuick(value)) return true
    try {
      type.parseValue(value)
      return true
    } catch {
      return false
    }
  }
}

function typeNameOf(object: unknown): string | undefined {
  const name = isRecord(object) ? object['__typename'] : undefined
  return typeof name === 'string' ? name : undefined
}
