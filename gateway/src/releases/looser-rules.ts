/** Whether the rules of access of one graph ask for less than those of another, at any place that both have. */
import { elementsOf } from '@samenhang/schema/check/coordinates'
import type { Rule } from '@samenhang/subgraph-kit/access/rules'
import { parse } from 'graphql'
import { readPolicy } from '../access/policy.ts'

/** The coordinates at which `supergraph` asks for less than `served`, in the order of `served`. */
export function looserRules(supergraph: string, served: string): readonly string[] {
  const { rules } = readPolicy(supergraph)
  const there = new Set(
    elementsOf(parse(supergraph, { noLocation: true })).map(({ coordinate }) => coordinate),
  )
  return [...readPolicy(served).rules]
    .filter(([coordinate, rule]) => there.has(coordinate) && !asksAsMuch(rules.get(coordinate) ?? open, rule))
    .map(([coordinate]) => coordinate)
}

const open: Rule = { authenticated: false, scopes: [[]], policies: [[]] }

/** Whether who meets the one meets the other. */
function asksAsMuch(one: Rule, other: Rule): boolean {
  const implies = (given: Rule['scopes'], needed: Rule['scopes']): boolean =>
    given.every((all) => needed.some((every) => every.every((name) => all.includes(name))))
  return (
    (one.authenticated || !other.authenticated) &&
    implies(one.scopes, other.scopes) &&
    implies(one.policies, other.policies)
  )
}
