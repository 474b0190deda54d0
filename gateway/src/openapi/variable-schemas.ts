/** The variables of an operation as JSON Schema (2020-12), from their types in the graph, each described as the argument that it is given to. */
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  typeFromAST,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

export type JsonSchema = Readonly<Record<string, unknown>>

export interface VariableSchema {
  readonly name: string
  readonly schema: JsonSchema
  readonly isRequired: boolean
  readonly isList: boolean
  /** Empty where nothing describes it. */
  readonly description: string
}

/** Of the operation in a valid document, in the order in which it declares them. */
export function variableSchemas(document: DocumentNode, schema: GraphQLSchema): readonly VariableSchema[] {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const descriptions = descriptionsIn(document, schema)
  return (operation?.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const name = variable.name.value
    const inputType = typeFromAST(schema, type) as GraphQLInputType | undefined
    const isRequired = inputType !== undefined && isNonNullType(inputType) && defaultValue === undefined
    const usual: unknown = defaultValue && inputType && valueFromAST(defaultValue, inputType)
    return {
      ...{ name, isRequired },
      isList: isListType(inputType && isNonNullType(inputType) ? inputType.ofType : inputType),
      schema: {
        ...(inputType ? schemaOf(inputType) : {}),
        ...(usual !== undefined && usual !== null && { default: usual }),
      },
      description: descriptions.get(name) ?? '',
    }
  })
}

/** The variables together, as the properties of one object. */
export function variablesObject(document: DocumentNode, schema: GraphQLSchema): JsonSchema {
  const variables = variableSchemas(document, schema)
  return {
    type: 'object',
    properties: Object.fromEntries(
      variables.map(({ name, schema: own, description }) => [
        name,
        description === '' ? own : { ...own, description },
      ]),
    ),
    required: variables.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    additionalProperties: false,
  }
}

/** What a type of input takes; null beside it where it is not required is left out, since leaving it out means the same. */
export function schemaOf(type: GraphQLInputType, depth = 0): JsonSchema {
  if (isNonNullType(type)) return schemaOf(type.ofType, depth)
  if (isListType(type)) return { type: 'array', items: schemaOf(type.ofType, depth) }
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) }
  if (!isInputObjectType(type)) return scalars[type.name] ?? { type: 'string' }
  // Types of input may hold themselves.
  if (depth >= deepest) return { type: 'object' }
  const fields = Object.values(type.getFields())
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [
        field.name,
        {
          ...schemaOf(field.type, depth + 1),
          ...(field.description && { description: oneLine(field.description) }),
        },
      ]),
    ),
    required: fields
      .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
      .map(({ name }) => name),
    additionalProperties: false,
    ...(type.isOneOf && { minProperties: 1, maxProperties: 1 }),
  }
}

const deepest = 5

const scalars: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer', minimum: -2_147_483_648, maximum: 2_147_483_647 },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
}

/** Of the first argument that each variable is given to. */
function descriptionsIn(document: DocumentNode, schema: GraphQLSchema): ReadonlyMap<string, string> {
  const descriptions = new Map<string, string>()
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument({ value }) {
        if (value.kind !== Kind.VARIABLE) return
        const description = types.getArgument()?.description
        if (description && !descriptions.has(value.name.value))
          descriptions.set(value.name.value, oneLine(description))
      },
    }),
  )
  return descriptions
}

/** A description of the schema without its line breaks. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
