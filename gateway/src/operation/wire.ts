/**
 * The first of three steps to a gateway: from the text of the supergraph to its types, rules and sources.
 * Nothing is started, so there is nothing to close.
 */
import { digestOf } from '@samenhang/schema/registry/release'
import { withOneOfDefined } from '@samenhang/subgraph-kit/one-of'
import { parse, print, type GraphQLSchema } from 'graphql'
import { refuseUnheldRules } from '../access/abstract-rules.ts'
import { authenticator, type Authenticate } from '../access/authenticate.ts'
import type { OpenAccess } from '../access/open-access.ts'
import { permissionsOf, type Permissions } from '../access/permissions.ts'
import { readPolicy } from '../access/policy.ts'
import { registerOf, type Register } from '../access/register.ts'
import { noAudit, type Audit } from '../audit/audit.ts'
import { supergraphSchema } from '../engine/supergraph/supergraph.ts'
import { createLimits, type Limits } from '../limits/limits.ts'
import { readIndicators, type Indicator } from '../subgraph-sources/catalogue.ts'
import { readOpenEnums, type OpenEnum } from '../subgraph-sources/open-enums.ts'
import type { WatchedSource } from '../subgraph-sources/skew.ts'
import type { Sources } from '../subgraph-sources/open-sources.ts'
import { codeVersion } from './code-version.ts'
import type { GatewayResources, ReleaseOptions } from './options.ts'
import { wireSources } from './wire-sources.ts'

export interface WiredGraph {
  /** As the planner reads it, without the rules. */
  readonly supergraphSdl: string
  /** Another with each graph and each version of this code: answers of one are not those of another. */
  readonly graphMark: string
  readonly schema: GraphQLSchema
  readonly limits: Limits
  readonly permissions: Permissions
  readonly authenticate: Authenticate
  readonly register: Register
  readonly indicators: readonly Indicator[]
  /** Read from the schema when it is called: only the page of the catalogue asks. */
  openEnums(): readonly OpenEnum[]
  readonly audit: Audit
  readonly sources: Sources
  /** Those of subgraphs, each of which tells whether it serves its slice. */
  readonly watched: readonly WatchedSource[]
}

/** Throws ConfigError for a rule that cannot be held. */
export function wireGraph(
  options: Pick<ReleaseOptions, 'supergraphSdl' | 'access'>,
  resources: Omit<GatewayResources, 'metrics'>,
): WiredGraph {
  const { rules, sdl: supergraphSdl } = readPolicy(withOneOf(options.supergraphSdl))
  const schema = supergraphSchema(supergraphSdl)
  refuseUnheldRules(schema, rules)
  const { authenticate, register } = options.access?.(schema) ?? onlyThePublic
  const indicators = readIndicators(schema)
  const { audit = noAudit, logger, usage, changes } = resources
  const graphMark = `${codeVersion} ${digestOf(options.supergraphSdl)}`
  return {
    supergraphSdl,
    graphMark,
    schema,
    limits: createLimits(schema),
    permissions: permissionsOf(schema, rules),
    authenticate,
    register,
    indicators,
    openEnums: () => readOpenEnums(schema),
    audit,
    ...wireSources(resources.sources, {
      ...{ schema, indicators, audit, register, rules, usage, logger },
      ...{ changes, graphMark },
    }),
  }
}

/** Supergraphs of other tools use `@oneOf` without a definition, which Apollo's gateway does not read. */
function withOneOf(supergraphSdl: string): string {
  if (!supergraphSdl.includes('@oneOf')) return supergraphSdl
  return print(withOneOfDefined(parse(supergraphSdl, { noLocation: true })))
}

const onlyThePublic: OpenAccess = {
  authenticate: authenticator(null, registerOf([])),
  register: registerOf([]),
}
