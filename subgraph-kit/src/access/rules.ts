/**
 * The rules of access that a schema carries, of a slice or of the supergraph alike: what `@authenticated`, `@requiresScopes` and
 * `@policy` say at each type and field, and whether a caller meets them. A directive is known by the specification it is imported
 * from, so one imported under another name is no way around it. Who must hold whom to these rules is left to the caller.
 */
import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  valueFromASTUntyped,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type ValueNode,
} from 'graphql'
import type { Access } from './caller.ts'

/** Of `scopes` and `policies` one inner list must be held in full; `[[]]` asks for nothing and `[]` can never be met. */
export interface Rule {
  readonly authenticated: boolean
  readonly scopes: readonly (readonly string[])[]
  readonly policies: readonly (readonly string[])[]
}

/** By coordinate: `Type.field`, or `Type` for a rule on the type itself. What carries no rule is not in it. */
export type Rules = ReadonlyMap<string, Rule>

const directives = ['authenticated', 'requiresScopes', 'policy'] as const
type Directive = (typeof directives)[number]

/** Whether this access meets the rule of this coordinate. The policy `purpose` holds where the purpose covers it; no other is known. */
export function isAllowed(rule: Rule, coordinate: string, access: Access): boolean {
  if (rule.authenticated && access.actor === null) return false
  if (!rule.scopes.some((all) => all.every((scope) => access.scopes.has(scope)))) return false
  return rule.policies.some((all) =>
    all.every((policy) => policy === 'purpose' && covers(access, coordinate)),
  )
}

function covers({ purpose, covers: covered }: Access, coordinate: string): boolean {
  if (purpose === null) return false
  const [type = ''] = coordinate.split('.', 1)
  return covered.includes(coordinate) || covered.includes(`${type}.*`)
}

/** The rules that these definitions carry. Several on one place are all needed. */
export function readRules(document: DocumentNode): Rules {
  const names = accessDirectives(document)
  const rules = new Map<string, Rule>()
  const note = (coordinate: string, applied: readonly ConstDirectiveNode[] | undefined): void => {
    for (const directive of applied ?? []) {
      const accessDirective = names.get(directive.name.value)
      if (!accessDirective) continue
      const rule = ruleOf(accessDirective, directive)
      const before = rules.get(coordinate)
      rules.set(coordinate, before ? bothRules(before, rule) : rule)
    }
  }
  for (const definition of document.definitions) {
    if (!isTypeDefinitionNode(definition) && !isTypeExtensionNode(definition)) continue
    const type = definition.name.value
    note(type, definition.directives)
    for (const field of 'fields' in definition ? (definition.fields ?? []) : [])
      note(`${type}.${field.name.value}`, field.directives)
  }
  return rules
}

/** Every name that one of the three goes by here: its own, under the namespace of its specification, or as the schema imports it. */
export function accessDirectives(document: DocumentNode): ReadonlyMap<string, Directive> {
  const names = new Map<string, Directive>()
  for (const directive of directives) {
    names.set(directive, directive)
    names.set(`federation__${directive}`, directive)
  }
  visit(document, {
    Directive(link) {
      if (link.name.value !== 'link' && link.name.value !== 'core') return
      const linkArguments = Object.fromEntries(
        (link.arguments ?? []).map(({ name, value }) => [name.value, untyped(value)]),
      )
      const url = linkArguments['url'] ?? linkArguments['feature']
      if (typeof url !== 'string') return
      const specification = /\/([^/]+)\/v[\d.]+$/.exec(url)?.[1]
      const space = linkArguments['as']
      if (typeof space === 'string') {
        const own = directives.find((directive) => directive === specification)
        if (own) names.set(space, own)
        for (const directive of directives) names.set(`${space}__${directive}`, directive)
      }
      for (const imported of Array.isArray(linkArguments['import'])
        ? (linkArguments['import'] as unknown[])
        : []) {
        if (typeof imported !== 'object' || imported === null) continue
        const { name, as } = imported as { name?: unknown; as?: unknown }
        const directive = directives.find((candidate) => name === `@${candidate}`)
        if (directive && typeof as === 'string') names.set(as.slice(1), directive)
      }
    },
  })
  return names
}

function ruleOf(directive: Directive, { arguments: args }: ConstDirectiveNode): Rule {
  const open: Rule = { authenticated: false, scopes: [[]], policies: [[]] }
  if (directive === 'authenticated') return { ...open, authenticated: true }
  const name = directive === 'policy' ? 'policies' : 'scopes'
  const value = args?.find((argument) => argument.name.value === name)?.value
  return { ...open, [name]: value ? listsIn(untyped(value)) : [] }
}

/** As GraphQL coerces to a list of lists: a single value is a list of one. */
function listsIn(value: unknown): readonly (readonly string[])[] {
  const list = (item: unknown): readonly unknown[] => (Array.isArray(item) ? item : [item])
  return list(value).map((inner) => list(inner).map(String))
}

/** The rule that asks for what both ask for. */
export function bothRules(left: Rule, right: Rule): Rule {
  return {
    authenticated: left.authenticated || right.authenticated,
    scopes: product(left.scopes, right.scopes),
    policies: product(left.policies, right.policies),
  }
}

function product(left: Rule['scopes'], right: Rule['scopes']): Rule['scopes'] {
  return left.flatMap((a) => right.map((b) => [...new Set([...a, ...b])]))
}

function untyped(value: ValueNode): unknown {
  return valueFromASTUntyped(value)
}
