/**
 * The canary: before the hub serves anyone, the public asks for every protected root field, and each must be
 * refused. A hub whose rules are missing, by a fault or a wrong supergraph, does not start.
 */
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'
import type { Permissions } from './permissions.ts'

/** Asks an operation as the public; gives the JSON text of the answer. */
type AskAsPublic = (query: string) => Promise<string>

/** Throws ConfigError where the public gets a protected root field, or no error that refuses it. */
export async function sendCanary(
  schema: GraphQLSchema,
  permissions: Permissions,
  ask: AskAsPublic,
): Promise<void> {
  for (const kind of ['query', 'mutation'] as const) {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
    const fields = Object.values(root?.getFields() ?? {}).filter((field) =>
      permissions.coordinates.includes(`${root?.name ?? ''}.${field.name}`),
    )
    for (const field of fields) {
      const text = await ask(`${kind} { canary: ${fieldWithArguments(field)} }`)
      const isHidden = [root, field].some((part) => isInaccessible(part?.astNode))
      if (!isRefused(text, isHidden ? 'GRAPHQL_VALIDATION_FAILED' : 'UNAUTHORIZED_FIELD_OR_TYPE'))
        throw new ConfigError(
          `The hub does not start: the public was not refused ${root?.name ?? ''}.${field.name}, which is protected.`,
        )
    }
  }
}

/** A variant of the graph hides what it does not show: there it is no field at all. */
function isInaccessible(node: ConstDirectives | null | undefined): boolean {
  return node?.directives?.some(({ name }) => name.value === 'inaccessible') ?? false
}

interface ConstDirectives {
  readonly directives?: readonly { readonly name: { readonly value: string } }[] | undefined
}

/** By the code and the path: a fault of the hub is not a refusal. */
function isRefused(text: string, code: string): boolean {
  const { data, errors = [] } = JSON.parse(text) as {
    data?: Readonly<Record<string, unknown>> | null
    errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[]
  }
  return (
    (data?.['canary'] ?? null) === null &&
    errors.length > 0 &&
    errors.every(({ extensions }) => extensions?.['code'] === code)
  )
}

/** A field with an arbitrary value of the right type for each required argument. */
function fieldWithArguments({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const required = args.filter(
    (argument) => isNonNullType(argument.type) && argument.defaultValue === undefined,
  )
  const values = required.map((argument) => `${argument.name}: ${literal(argument.type)}`)
  const selection = isCompositeType(getNamedType(type)) ? ' { __typename }' : ''
  return `${name}${values.length > 0 ? `(${values.join(', ')})` : ''}${selection}`
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType)
  if (isListType(type)) return `[${literal(type.ofType)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'NONE'
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    )
    return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`
  }
  const literals: Readonly<Record<string, string>> = { Int: '1', Float: '1.0', Boolean: 'true' }
  return literals[type.name] ?? '"canary"'
}
