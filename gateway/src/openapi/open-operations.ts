/** The registered operations that everyone may ask by their names, and what is said of each: those about people, and mutations, are left out. */
import { isInterfaceType, isObjectType, Kind, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Gateway } from '../operation/gateway.ts'
import type { TrustedDocument } from '../operation/trusted-documents.ts'
import { oneLine } from './variable-schemas.ts'

export interface OpenOperation {
  readonly document: TrustedDocument
  readonly description: string
}

type Registered = Pick<Gateway, 'documents' | 'isProtected' | 'apiSchema'>

/** By name. */
export function openOperations(gateway: Registered): readonly OpenOperation[] {
  return gateway.documents
    .filter((document) => isOpen(document, gateway))
    .map((document) => ({ document, description: descriptionOf(document, gateway.apiSchema) }))
    .sort((one, other) => (one.document.id < other.document.id ? -1 : 1))
}

/** Whether it is a query of what everyone may have, under whatever condition. */
export function isOpen(
  { isQuery, document }: TrustedDocument,
  { isProtected }: Pick<Registered, 'isProtected'>,
): boolean {
  return isQuery && !isProtected(document)
}

/** The comment at its beginning; where it has none, what its fields at the root are said to answer. */
function descriptionOf({ remark, document }: TrustedDocument, schema: GraphQLSchema): string {
  if (remark !== '') return remark
  const root = schema.getQueryType()
  const said = rootFieldsOf(document).flatMap((name) => {
    const description = isObjectType(root) || isInterfaceType(root) ? root.getFields()[name]?.description : ''
    return description ? [oneLine(description)] : []
  })
  return [...new Set(said)].join(' ')
}

function rootFieldsOf({ definitions }: DocumentNode): readonly string[] {
  return definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? node.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? field.name.value : []))
      : [],
  )
}
