/**
 * Does an answer fit the operation it is to? A subgraph elsewhere may send half of one, other types than it declares, or more than was
 * asked: that would become silent nulls, a blank page, or other domains' figures overwritten where answers are merged.
 * Promises data with the fields asked for, of their types, and no others; or an Error.
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

type FitAnswer = (request: SubgraphRequest, answer: SubgraphAnswer) => Record<string, unknown> | null

const nothing: Shape = new Map()
const mostRemembered = 1_000

/** The check for subgraphs of this supergraph: gives the data, or throws. */
export function answerFitter(schema: GraphQLSchema): FitAnswer {
  const remembered = new Map<string, Shape>()
  const shapeOf = (query: string): Shape => {
    const known = remembered.get(query)
    if (known) return known
    if (remembered.size >= mostRemembered) remembered.clear()
    const shape = operationShape(query, schema)
    remembered.set(query, shape)
    return shape
  }
  return (request, { data = null, errors = [] }) => {
    if (data === null && errors.length > 0) return null
    if (!isRecord(data)) throw new Error('neither `data` nor `errors`')
    const shape = shapeOf(request.query)
    const representations = request.variables?.['representations']
    return Array.isArray(representations)
      ? {
          _entities: fitEntities(
            data['_entities'],
            representations,
            shape.get('_entities')?.children ?? nothing,
          ),
        }
      : fitObject(data, shape, undefined)
  }
}

function fitEntities(entities: unknown, representations: readonly unknown[], shape: Shape): unknown[] {
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    throw new Error('`_entities` has another length than `representations`')
  }
  return entities.map((entity: unknown, index) =>
    entity === null ? null : fitObject(entity, shape, typeNameOf(representations[index])),
  )
}

function fitObject(object: unknown, shape: Shape, expected: string | undefined): Record<string, unknown> {
  if (!isRecord(object)) throw new Error('no object where one belongs')
  const fitted = Object.create(null) as Record<string, unknown>
  const type = typeNameOf(object) ?? expected
  for (const [key, field] of shape) {
    if (Object.hasOwn(object, key)) fitted[key] = fitValue(object[key], field.type, field.children, key)
    else if (field.always || (type && field.types.has(type))) throw new Error(`«${key}» is missing`)
  }
  return fitted
}

function fitValue(
  value: unknown,
  type: GraphQLType | undefined,
  children: Shape | undefined,
  key: string,
): unknown {
  if (isNonNullType(type)) {
    if (value === null) throw new Error(`«${key}» is null and may not be`)
    return fitValue(value, type.ofType, children, key)
  }
  if (value === null) return null
  if (isListType(type)) {
    if (!Array.isArray(value)) throw new Error(`«${key}» is no list`)
    return value.map((item) => fitValue(item, type.ofType, children, key))
  }
  if (children) return fitObject(value, children, undefined)
  if (isLeafType(type)) checkLeaf(value, type, key)
  return value
}

/** The error names the field and not the value: figures do not belong in a log. */
function checkLeaf(value: unknown, type: GraphQLLeafType, key: string): void {
  try {
    type.parseValue(value)
  } catch {
    throw new Error(`«${key}» is no ${type.name}`)
  }
}

function typeNameOf(object: unknown): string | undefined {
  const name = isRecord(object) ? object['__typename'] : undefined
  return typeof name === 'string' ? name : undefined
}
