/**
 * Apollo's executor behind the rules of access, which it does not know: it never runs an operation that asks for anything protected, and introspection
 * shows a caller only what that caller may ask for.
 */
import type { ApolloServerOptions } from '@apollo/server'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { execute, GraphQLError, visit, type DocumentNode, type GraphQLSchema } from 'graphql'
import { filterDocument } from '../engine/document/filter.ts'
import type { RequestContext } from './request-context.ts'
import type { Permissions } from './permissions.ts'
import { refusalsOf } from './refusal.ts'
import type { VisibleSchema } from './visible-schema.ts'

type GatewayInterface = NonNullable<ApolloServerOptions<RequestContext>['gateway']>
type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>

export interface GuardedExecutorOptions {
  readonly executor: Executor
  readonly supergraph: GraphQLSchema
  readonly permissions: Permissions
  readonly visible: VisibleSchema
}

export function guardedExecutor({
  executor,
  supergraph,
  permissions,
  visible,
}: GuardedExecutorOptions): Executor {
  const isGuarded = permissions.coordinates.length > 0
  return async (request) => {
    const { document } = request
    const { refused } = filterDocument(document, supergraph, permissions.refusals(''))
    if (refused.length > 0)
      return { data: null, errors: refusalsOf(refused, (request.context as RequestContext).explain) }
    const selects = rootFieldsOf(document)
    if (!selects.schema || (selects.data && !isGuarded)) return executor(request)
    if (selects.data) return { data: null, errors: [onItsOwn()] }
    const { access } = (request.context as RequestContext).caller
    return execute({
      schema: visible(permissions.keyOf(access)),
      document,
      operationName: request.request.operationName,
      variableValues: request.request.variables,
    })
  }
}

/** Whether a document asks for nothing but the schema, which needs no plan: Apollo's planner does not know all of introspection. */
export function isOfSchemaOnly(document: DocumentNode): boolean {
  const { schema, data } = rootFieldsOf(document)
  return schema && !data
}

/** Whether a document asks for the schema, and whether for anything else that is not `__typename`. */
function rootFieldsOf(document: DocumentNode): { readonly schema: boolean; readonly data: boolean } {
  let schema = false
  let depth = 0
  let data = false
  visit(document, {
    Field: {
      enter({ name }) {
        const asksSchema = name.value === '__schema' || name.value === '__type'
        if (asksSchema) schema = true
        else if (depth === 0 && name.value !== '__typename') data = true
        // What stands below the schema is the schema's.
        if (asksSchema) return false
        depth += 1
        return undefined
      },
      leave: () => {
        depth -= 1
      },
    },
    FragmentDefinition: ({ typeCondition }) =>
      typeCondition.name.value.startsWith('__') ? false : undefined,
  })
  return { schema, data }
}

function onItsOwn(): GraphQLError {
  const { message, extensions } = new HubError(
    'BAD_REQUEST',
    'Ask for the schema in a separate operation, without data.',
  )
  return new GraphQLError(message, { extensions })
}
