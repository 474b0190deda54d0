/** What a schema says is deprecated. */
import {
  getArgumentValues,
  GraphQLDeprecatedDirective,
  isTypeDefinitionNode,
  parse,
  type DirectiveNode,
} from 'graphql'
import { elementsOf } from './check/coordinates.ts'

/** The reason of each field, argument, input field and enum value that is deprecated, by coordinate. What types have from an interface is listed there. */
export function deprecationsIn(sdl: string): ReadonlyMap<string, string> {
  if (!sdl.trim()) return new Map()
  const document = parse(sdl, { noLocation: true })
  const reasons = new Map(
    elementsOf(document).flatMap(({ coordinate, directives }) => {
      const reason = reasonIn(directives)
      return reason === undefined ? [] : [[coordinate, reason] as const]
    }),
  )
  for (const definition of document.definitions) {
    if (!isTypeDefinitionNode(definition) || !('interfaces' in definition)) continue
    const type = definition.name.value
    for (const [coordinate, reason] of [...reasons])
      if (
        coordinate.startsWith(`${type}.`) &&
        isInherited(coordinate.slice(type.length), reason, definition.interfaces)
      )
        reasons.delete(coordinate)
  }
  return reasons

  function isInherited(
    member: string,
    reason: string,
    interfaces: readonly { readonly name: { readonly value: string } }[] = [],
  ): boolean {
    return interfaces.some(({ name }) => reasons.get(`${name.value}${member}`) === reason)
  }
}

function reasonIn(directives: readonly DirectiveNode[]): string | undefined {
  const deprecated = directives.find(({ name }) => name.value === GraphQLDeprecatedDirective.name)
  return deprecated && String(getArgumentValues(GraphQLDeprecatedDirective, deprecated)['reason'])
}
