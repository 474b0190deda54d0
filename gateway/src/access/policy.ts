/**
 * The access rules of a supergraph, and the supergraph without them, from one reading, so that the two cannot
 * disagree. Apollo's gateway refuses to load rules that it does not enforce; the hub enforces them itself
 * (permissions.ts) and gives Apollo the stripped text. Directives of another version stay in, so that the
 * gateway refuses to start: the hub does not ignore a rule that it does not know.
 */
import { accessDirectives, readRules, type Rules } from '@samenhang/subgraph-kit/access/rules'
import { Kind, parse, print, visit, type DirectiveNode, type DocumentNode } from 'graphql'

export interface Policy {
  readonly rules: Rules
  /** The supergraph without the directives of access, their links and their definitions. */
  readonly sdl: string
}

/** The rules of a composed supergraph. Takes nothing from a supergraph that carries none. */
export function readPolicy(supergraphSdl: string): Policy {
  const document = parse(supergraphSdl, { noLocation: true })
  const rules = readRules(document)
  const links = linksOf(document).filter(isOfAccess)
  if (links.length === 0 && rules.size === 0) return { rules, sdl: supergraphSdl }
  return { rules, sdl: print(without(document, links)) }
}

function without(document: DocumentNode, links: readonly DirectiveNode[]): DocumentNode {
  const directives = new Set(accessDirectives(document).keys())
  const scalars = /^(?:requiresScopes__Scope|policy__Policy)$/
  const renamed = links.flatMap((link) => argumentOf(link, 'as') ?? [])
  const isOwnScalar = (name: string): boolean =>
    scalars.test(name) || renamed.some((space) => name === `${space}__Scope` || name === `${space}__Policy`)
  return visit(document, {
    Directive: (node) => (directives.has(node.name.value) || links.includes(node) ? null : undefined),
    DirectiveDefinition: ({ name }) => (directives.has(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (isOwnScalar(name.value) ? null : undefined),
  })
}

function linksOf(document: DocumentNode): readonly DirectiveNode[] {
  return document.definitions
    .flatMap((node) =>
      node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
        ? (node.directives ?? [])
        : [],
    )
    .filter(({ name }) => name.value === 'link')
}

function isOfAccess(link: DirectiveNode): boolean {
  return /\/(?:authenticated|requiresScopes|policy)\/v0\.1$/.test(argumentOf(link, 'url') ?? '')
}

function argumentOf(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}
