/** The registered operations of one graph, which may be replaced by others while it answers. */
import type { GraphQLSchema } from 'graphql'
import type { RequestContext } from '../access/request-context.ts'
import type { Engine } from '../engine/engine.ts'
import type { Limits } from '../limits/limits.ts'
import type { Logger } from '../telemetry/log.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { BrokenDocument } from './document-files.ts'
import { prepareAll } from './prepare-documents.ts'
import type { IsProtected } from './refused-by-get.ts'
import {
  engineOperation,
  trustDocuments,
  type TrustedDocument,
  type TrustedDocuments,
} from './trusted-documents.ts'

export interface RegisteredOperations {
  readonly documents: TrustedDocuments
  /** Those that ask for what the public may not have; a URL may not ask these. */
  readonly protectedDocuments: ReadonlySet<TrustedDocument>
  /** Validates and prepares those that are new, and then serves all of these and no others. */
  replace(texts: ReadonlyMap<string, string>): Promise<void>
}

interface RegisteredOptions {
  /** What clients see. */
  readonly schema: GraphQLSchema
  readonly limits: Limits
  /** Null where operations are not prepared. */
  readonly engine: Engine<RequestContext> | null
  readonly isProtected: IsProtected
  /** Those whose text could not be read. */
  readonly unread: readonly BrokenDocument[]
  readonly metrics: Metrics
  readonly logger: Logger
}

export function registeredOperations({
  schema,
  limits,
  engine,
  isProtected,
  unread,
  metrics,
  logger,
}: RegisteredOptions): RegisteredOperations {
  const trust = (texts: ReadonlyMap<string, string>, before: readonly TrustedDocument[]) =>
    trustDocuments({ texts, broken: unread }, schema, (query) => limits.check({ query }), before)
  let documents = trust(new Map(), [])
  let protectedDocuments: ReadonlySet<TrustedDocument> = new Set()
  let reported: ReadonlySet<string> = new Set()
  return {
    get documents() {
      return documents
    },
    get protectedDocuments() {
      return protectedDocuments
    },
    async replace(texts) {
      const before = new Set(documents.all)
      const next = trust(texts, documents.all)
      metrics.brokenDocuments(next.broken.length)
      for (const one of next.broken)
        if (!reported.has(keyOf(one)))
          logger.error({ operation: one.id, reason: one.reason }, 'a registered operation is broken')
      reported = new Set(next.broken.map(keyOf))
      if (engine)
        await prepareAll(
          next.all.filter((document) => !before.has(document)),
          (document) => engine.warm(engineOperation(document)),
          logger,
        )
      protectedDocuments = new Set(next.all.filter(({ document }) => isProtected(document)))
      documents = next
    },
  }
}

function keyOf({ id, reason }: BrokenDocument): string {
  return JSON.stringify([id, reason])
}
