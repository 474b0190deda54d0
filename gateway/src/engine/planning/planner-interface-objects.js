/**
 * Lets Apollo's planner go from one interface object to another. Where a field of the second requires what a third subgraph has, the planner asks
 * the first for the name of the type that it then sends along; it takes that for a type that the first does not know, and stops. Both call the
 * thing by the name of their interface, and that is what is sent.
 */
import { createRequire } from 'node:module'

const { Field, isInterfaceObjectType } = createRequire(import.meta.url)('@apollo/federation-internals')

const { rebaseOn } = Field.prototype
Field.prototype.rebaseOn = function (given) {
  const { parentType } = given
  const from = this.definition.parent
  const isName =
    this.name === '__typename' &&
    from !== parentType &&
    from.name === parentType.name &&
    isInterfaceObjectType(from) &&
    isInterfaceObjectType(parentType)
  return isName ? this.withUpdatedDefinition(parentType.typenameField()) : rebaseOn.call(this, given)
}
