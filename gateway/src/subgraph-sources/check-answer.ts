/**
 * Whether an answer fits its operation. A remote subgraph may send half an answer, other types than it
 * declares, or more than was asked: that would become silent nulls, a blank page, or figures of other domains
 * overwritten by the merge. Promises data with exactly the fields asked for, of their types: a value that
 * does not fit is null, with an error at its path, and affects nothing else. Throws where there is no answer
 * at all. The check is compiled once for each operation.
 */
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { Lru } from '@samenhang/subgraph-kit/lru'
import type { SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import {
  isLeafType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLFormattedError,
  type GraphQLLeafType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql'
import { exactDigits } from '../json/exact-numbers.ts'
import { operationShape, type Shape } from './expected-shape.ts'
import type { SubgraphSource } from './source.ts'

type Data = Record<string, unknown>
type FitAnswer = (request: SubgraphRequest, answer: SubgraphAnswer) => SubgraphAnswer

/** A value that does not fit, and its path, which is completed by the callers. The message names the field and not the value: figures do not belong in a log. */
interface Fault {
  readonly path: (string | number)[]
  readonly message: string
}
/** Gives the value as it may be used; null where it does not fit, which is noted. */
type Fit = (value: unknown, faults: Fault[]) => unknown
type FitObject = (value: unknown, faults: Fault[], expected?: string) => Data | null

interface AnswerCheck {
  readonly root: FitObject
  readonly entity: FitObject
}

interface ExpectedField {
  readonly key: string
  readonly fit: Fit
  readonly always: boolean
  readonly types: ReadonlySet<string>
}

const nothing: Shape = new Map()
const mostRemembered = 1_000

/** The source with every answer checked against this supergraph. */
export function checkedSource(source: SubgraphSource, schema: GraphQLSchema): SubgraphSource {
  const fitAnswer = answerFitter(schema, source.name)
  return {
    ...source,
    fetch: async (request, caller, cancellation) =>
      fitAnswer(request, await source.fetch(request, caller, cancellation)),
  }
}

/** The check for a subgraph of this supergraph. May change the answer it is given. */
function answerFitter(schema: GraphQLSchema, subgraph: string): FitAnswer {
  const remembered = new Lru<string, AnswerCheck>(mostRemembered, mostRemembered)
  const fittedBy = (query: string): AnswerCheck => {
    const previous = remembered.get(query)
    if (previous) return previous
    const shape = operationShape(query, schema)
    const fitted = {
      root: objectFit(shape, 'copied'),
      entity: objectFit(shape.get('_entities')?.children ?? nothing, 'as it is'),
    }
    remembered.set(query, fitted, 1)
    return fitted
  }
  return (request, answer) => {
    const { data = null, errors = [] } = answer
    const representations = request.variables?.['representations']
    const isOfEntities = Array.isArray(representations)
    const hasNothing = data === null || (isOfEntities && (data['_entities'] ?? null) === null)
    if (hasNothing && errors.length > 0) return { ...answer, data: null }
    if (!isRecord(data)) throw new Error('neither `data` nor `errors`')
    const { root, entity } = fittedBy(request.query)
    const faults: Fault[] = []
    const fitted = isOfEntities
      ? { _entities: fitEntities(data['_entities'], representations, entity, faults) }
      : root(data, faults)
    const unexplained = faults.filter(({ path }) => !errors.some((error) => isAtOrAbove(error.path, path)))
    if (unexplained.length === 0) return { ...answer, data: fitted }
    return {
      ...answer,
      data: fitted,
      errors: [...errors, ...unexplained.map((fault) => asError(fault, subgraph))],
    }
  }
}

function asError({ path, message }: Fault, subgraph: string): GraphQLFormattedError {
  return {
    message: `The domain "${subgraph}" ${message}`,
    path,
    extensions: { code: 'BAD_SUBGRAPH_VALUE', subgraph },
  }
}

/** Whether an error of the subgraph already explains the fault. */
function isAtOrAbove(path: GraphQLFormattedError['path'], faultPath: readonly (string | number)[]): boolean {
  return path?.every((step, index) => step === faultPath[index]) ?? false
}

function fitEntities(
  entities: unknown,
  representations: readonly unknown[],
  fit: FitObject,
  faults: Fault[],
): unknown[] {
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    throw new Error('`_entities` has another length than `representations`')
  }
  for (const [index, entity] of entities.entries()) {
    if (entity === null) continue
    const before = faults.length
    entities[index] = fit(entity, faults, typeNameOf(representations[index]))
    for (let at = before; at < faults.length; at += 1) faults[at]?.path.unshift('_entities', index)
  }
  return entities
}

/** An object that has nothing of Object's prototype, and is as quick to read as any (one made by `Object.create(null)` is not). */
const Bare = function () {} as unknown as new () => Data
Bare.prototype = Object.create(null) as object

/**
 * Objects from a root are laid answers into, so they are copied to ones without Object's prototype. Those of entities are only laid into others,
 * and stay as they are where they hold nothing but what was asked.
 */
function objectFit(shape: Shape, output: 'copied' | 'as it is'): FitObject {
  const fields = [...shape].map(([key, { type, children, always, types }]): ExpectedField => ({
    key,
    fit: valueFit(type, children && objectFit(children, output)),
    always,
    types,
  }))
  const copies = output === 'copied' || fields.some(({ key }) => key in Object.prototype)
  return (object, faults, expected) => {
    if (!isRecord(object)) return unfit(faults, 'sent no object here.')
    const target = copies ? new Bare() : (object as Data)
    let fieldCount = 0
    for (const { key, fit, always, types } of fields) {
      const value = copies && !Object.hasOwn(object, key) ? undefined : object[key]
      if (value === undefined) {
        if (!always && !types.has(typeNameOf(object) ?? expected ?? '')) continue
        faults.push({ path: [key], message: 'sent nothing here.' })
        target[key] = null
        fieldCount += 1
        continue
      }
      fieldCount += 1
      const before = faults.length
      const fitted = fit(value, faults)
      for (let at = before; at < faults.length; at += 1) faults[at]?.path.unshift(key)
      if (copies || fitted !== value) target[key] = fitted
    }
    return copies || fieldCount === Object.keys(object).length ? target : only(fields, object)
  }
}

function unfit(faults: Fault[], message: string): null {
  faults.push({ path: [], message })
  return null
}

function only(fields: readonly ExpectedField[], object: Readonly<Data>): Data {
  const copy = new Bare()
  for (const { key } of fields) if (Object.hasOwn(object, key)) copy[key] = object[key]
  return copy
}

function valueFit(type: GraphQLType | undefined, object: FitObject | undefined): Fit {
  if (isNonNullType(type)) {
    const inner = valueFit(type.ofType, object)
    return (value, faults) =>
      value === null ? unfit(faults, 'sent null where none may be.') : inner(value, faults)
  }
  if (isListType(type)) {
    const item = valueFit(type.ofType, object)
    return (value, faults) => {
      if (value === null) return null
      if (!Array.isArray(value)) return unfit(faults, 'sent no list here.')
      return value.map((element: unknown, index) => {
        const before = faults.length
        const fitted = item(element, faults)
        for (let at = before; at < faults.length; at += 1) faults[at]?.path.unshift(index)
        return fitted
      })
    }
  }
  if (object) return (value, faults) => (value === null ? null : object(value, faults))
  if (!isLeafType(type)) return (value) => value
  const fits = leafFit(type)
  const fromDigits = fromDigitsTo[type.name] ?? (isScalarType(type) && !(type.name in builtIn) ? same : none)
  const isId = type.name === 'ID'
  return (value, faults) => {
    const digits = exactDigits(value)
    const read = digits === undefined ? value : fromDigits(digits, value)
    if (read === null || fits(read)) return read
    if (isId && Number.isSafeInteger(read)) return String(read)
    return unfit(faults, `sent no ${type.name} here.`)
  }
}

/** What a number with more digits than a double has is in each type. */
const fromDigitsTo: Readonly<Record<string, (digits: string, value: unknown) => unknown>> = {
  ID: (digits) => (/^-?\d+$/.test(digits) ? digits : Number(digits)),
  Float: Number,
}
const same = (_digits: string, value: unknown): unknown => value
const none = (): unknown => undefined

/** The most common types, without `parseValue`, which throws where a value does not fit. */
const builtIn: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => typeof value === 'number' && (value | 0) === value,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  ID: (value) => typeof value === 'string',
}

function leafFit(type: GraphQLLeafType): (value: unknown) => boolean {
  return (
    builtIn[type.name] ??
    ((value) => {
      try {
        type.parseValue(value)
        return true
      } catch {
        return false
      }
    })
  )
}

function typeNameOf(object: unknown): string | undefined {
  const name = isRecord(object) ? object['__typename'] : undefined
  return typeof name === 'string' ? name : undefined
}
