/**
 * Rules of access on interfaces and unions. The hub holds callers to the rules of the object types that are there (permissions.ts). Composition infers
 * a rule of an interface from these, which then asks for nothing that they do not; a rule that asks for more would not be held, and ends the start.
 */
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { bothRules, type Rule, type Rules } from '@samenhang/subgraph-kit/access/rules'
import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql'

/** Throws ConfigError for the first rule that would not be held. */
export function refuseUnheldRules(schema: GraphQLSchema, rules: Rules): void {
  for (const [coordinate, rule] of rules) {
    const [name = '', field] = coordinate.split('.')
    const type = schema.getType(name)
    if (!isAbstractType(type)) continue
    const objects = schema.getPossibleTypes(type).map((object) => object.name)
    const places = objects.flatMap((object) =>
      field === undefined ? [object] : [object, `${object}.${field}`],
    )
    const own = places.flatMap((place) => rules.get(place) ?? [])
    const [first, ...others] = own
    if (first && asksAsMuch(others.reduce(bothRules, first), rule)) continue
    throw new ConfigError(
      `The supergraph has a rule of access on ${coordinate} that the object types of this ${isInterfaceType(type) ? 'interface' : 'union'} do not have (${objects.join(', ')}), and the hub holds callers to theirs; put the rule on them.`,
    )
  }
}

/** Whether whoever meets the one meets the other. */
function asksAsMuch(one: Rule, other: Rule): boolean {
  if (other.authenticated && !one.authenticated) return false
  return isWithin(one.scopes, other.scopes) && isWithin(one.policies, other.policies)
}

/** Whether each way of meeting the one holds a way of meeting the other. */
function isWithin(one: Rule['scopes'], other: Rule['scopes']): boolean {
  return one.every((all) => other.some((enough) => enough.every((name) => all.includes(name))))
}
