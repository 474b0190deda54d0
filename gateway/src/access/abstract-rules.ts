/**
 * Access rules on interfaces and unions. The hub applies the rules of the object type that an answer holds
 * (permissions.ts). Composition infers the rule of an interface from its object types, so it asks for nothing
 * that they do not. A rule that asks for more would not be enforced, so the hub does not start.
 */
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { bothRules, type Rule, type Rules } from '@samenhang/subgraph-kit/access/rules'
import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql'

/** Throws ConfigError for the first rule that would not be enforced. */
export function refuseUnheldRules(schema: GraphQLSchema, rules: Rules): void {
  for (const [coordinate, rule] of rules) {
    const [name = '', field] = coordinate.split('.')
    const type = schema.getType(name)
    if (!isAbstractType(type)) continue
    const objects = schema.getPossibleTypes(type).map((object) => object.name)
    const coordinates = objects.flatMap((object) =>
      field === undefined ? [object] : [object, `${object}.${field}`],
    )
    const own = coordinates.flatMap((coordinateOfObject) => rules.get(coordinateOfObject) ?? [])
    const [first, ...otherRules] = own
    if (first && asksAsMuch(otherRules.reduce(bothRules, first), rule)) continue
    throw new ConfigError(
      `The supergraph has a rule of access on ${coordinate} that the object types of this ${isInterfaceType(type) ? 'interface' : 'union'} do not have (${objects.join(', ')}), and the hub applies the rules of the object types; put the rule on them.`,
    )
  }
}

/** Whether every access that `rule` allows is allowed by `expected`. */
function asksAsMuch(rule: Rule, expected: Rule): boolean {
  if (expected.authenticated && !rule.authenticated) return false
  return isWithin(rule.scopes, expected.scopes) && isWithin(rule.policies, expected.policies)
}

/** Whether each alternative includes an alternative of `expected`. */
function isWithin(alternatives: Rule['scopes'], expected: Rule['scopes']): boolean {
  return alternatives.every((all) => expected.some((enough) => enough.every((name) => all.includes(name))))
}
