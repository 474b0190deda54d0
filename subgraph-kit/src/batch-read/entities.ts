/**
 * What is read of each thing of a batch: columns of its own, the name of its type, profiles. Compiled once from the selection; a selection
 * of anything else is none of it. The answer has its keys in the order of the selection, as graphql-js gives them.
 */
import {
  type FieldNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql'
import { checkOf, type Check } from './column-check.ts'
import type { Variables } from './operation-arguments.ts'
import { isProperty, keyedFields } from './plain-fields.ts'
import { compileProfile, readProfiles, type ProfileAnswers, type ProfileRead } from './profiles.ts'
import { inOrder, type Answer } from './rows-by-key.ts'
import type { ProfileStore } from '../figures/profile-store.ts'
import { andThen, type PromiseOrValue } from '../async/promise-or-value.ts'
import type { EntityStore } from '../entities/entity-store.ts'

export interface Parts {
  /** The properties of the things that must be read, for `rows`. */
  readonly properties: readonly string[]
  /**
   * The answers for these keys, in their order; null where graphql-js must say. `rows`: what was read of the things, key first; null where
   * they are another subgraph's, and all are there.
   */
  read(
    keys: readonly string[],
    rows: readonly unknown[][] | null,
    variables: Variables,
  ): PromiseOrValue<readonly (Answer | null)[] | null>
}

export interface PartsOptions {
  readonly stores: readonly ProfileStore[]
  readonly operation: OperationDefinitionNode
  readonly entities?: EntityStore
  /** The type of the things, or by which property it is told. */
  readonly names?: string | { readonly property: string; readonly typeOf: Readonly<Record<string, string>> }
}

/** One key of the answer: where in the row its value stands, or of which profile it is. */
type Part =
  | { readonly key: string; readonly index: number; readonly check: Check }
  | { readonly key: string; readonly index: number; readonly typeOf: Readonly<Record<string, string>> }
  | { readonly key: string; readonly name: string }
  | { readonly key: string; readonly profile: number }

export function compileParts(
  selections: readonly SelectionNode[],
  types: readonly GraphQLObjectType[],
  options: PartsOptions,
): Parts | null {
  const parts: Part[] = []
  const properties: string[] = []
  const profiles: ProfileRead[] = []
  const indexOf = (property: string): number => {
    if (!properties.includes(property)) properties.push(property)
    return properties.indexOf(property) + 1
  }
  const fields = keyedFields(selections)
  if (!fields) return null
  for (const { key, node } of fields) {
    const profile = node.selectionSet && compileProfile(node, types, options)
    if (profile) {
      parts.push({ key, profile: profiles.length })
      profiles.push(profile)
      continue
    }
    const own = ownPart(node, key, types, options, indexOf)
    if (!own) return null
    parts.push(own)
  }
  const readAll = readProfiles(profiles)
  return {
    properties,
    read(keys, rows, variables) {
      const entities = rows && inOrder(keys, rows)
      return andThen(readAll(keys, variables), (all) => all && assemble(keys, entities, parts, all))
    },
  }
}

function ownPart(
  node: FieldNode,
  key: string,
  types: readonly GraphQLObjectType[],
  { entities, names }: PartsOptions,
  indexOf: (property: string) => number,
): Part | null {
  if (!entities || names === undefined || node.selectionSet || node.arguments?.length) return null
  const name = node.name.value
  if (name === '__typename')
    return typeof names === 'string'
      ? { key, name: names }
      : { key, index: indexOf(names.property), typeOf: names.typeOf }
  const fields = types.map((type) => type.getFields()[name])
  const [first] = fields
  // A field that is resolved in another way than by the row's property is not one to be read here.
  const isColumn = fields.every((field) => field && isProperty(field.resolve) && entities.has(name))
  const check = isColumn && first && checkOf(first.type)
  return check ? { key, index: indexOf(name), check } : null
}

function assemble(
  keys: readonly string[],
  entities: readonly (readonly unknown[] | undefined)[] | null,
  parts: readonly Part[],
  profiles: readonly ProfileAnswers[],
): readonly (Answer | null)[] | null {
  if (profiles.includes(null)) return null
  const answers: (Answer | null)[] = []
  for (let index = 0; index < keys.length; index += 1) {
    const row = entities?.[index]
    if (entities && !row) {
      answers.push(null)
      continue
    }
    const answer: Answer = {}
    for (const part of parts) {
      if ('profile' in part) answer[part.key] = profiles[part.profile]?.[index] ?? null
      else if ('name' in part) answer[part.key] = part.name
      else {
        const value = row?.[part.index] ?? null
        if ('check' in part) {
          if (!part.check(value)) return null
          answer[part.key] = value
        } else {
          const name = part.typeOf[String(value)]
          if (name === undefined) return null
          answer[part.key] = name
        }
      }
    }
    answers.push(answer)
  }
  return answers
}

let lastKeys:
  | { readonly representations: readonly unknown[]; readonly keys: readonly string[]; readonly as: string }
  | undefined

/** The keys in representations that are all of this type; null where one is not. Siblings that name the same things share the list. */
export function keysInRepresentations(
  representations: readonly unknown[],
  type: string,
  key: string,
): readonly string[] | null {
  const as = `${type} ${key}`
  if (lastKeys?.representations === representations && lastKeys.as === as) return lastKeys.keys
  const keys: string[] = []
  for (const representation of representations as readonly Readonly<Record<string, unknown> | null>[]) {
    const value = representation?.[key]
    if (typeof value !== 'string' || representation?.['__typename'] !== type) return null
    keys.push(value)
  }
  lastKeys = { representations, keys, as }
  return keys
}
