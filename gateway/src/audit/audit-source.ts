/**
 * The access logs as a subgraph of the gateway itself, named `audit`: for a person, who looked at that
 * person's record; for auditors, the audit log. It enforces the rules of its slice, as every subgraph does.
 */
import { domainOf } from '@samenhang/schema/slices'
import { badCursor, readPageRequest, toConnection } from '@samenhang/subgraph-kit/connection'
import type { Logger } from 'pino'
import type { Register } from '../access/register.ts'
import { ownSource } from '../subgraph-sources/own-source.ts'
import type { SubgraphSource } from '../subgraph-sources/source.ts'
import type { Audit } from './audit.ts'
import type { AccessRecord, AuditRecord } from './read-logs.ts'

export const auditName = 'audit'

interface Paging {
  readonly first: number
  readonly after?: string | null
}

/** `audit` is asked at each fetch, so that the logs may be opened later. */
export function auditSource(audit: Audit, register: Register, logger: Logger): SubgraphSource {
  const resolvers = {
    Query: {
      auditLog: (_: unknown, paging: Paging) =>
        connection(
          paging,
          (first, after) => audit.entries(first, after === null ? null : numberIn(after)),
          ({ seq }) => String(seq),
          entryOf,
        ),
    },
    Person: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      accessLog: ({ id }: { id: string }, paging: Paging) =>
        connection(
          paging,
          (first, after) => audit.accessesOf(id, first, after),
          ({ key }) => key,
          (row) => accessOf(row, register),
        ),
    },
  }
  return ownSource(auditName, resolvers, logger)
}

function connection<LogRow, Item>(
  paging: Paging,
  read: (first: number, after: string | null) => readonly LogRow[],
  keyOf: (row: LogRow) => string,
  toItem: (row: LogRow) => Item,
) {
  const page = readPageRequest(paging)
  const rows = read(page.first, page.after)
  const { nodes, pageInfo } = toConnection(page, { rows, total: 0 }, keyOf)
  return { nodes: nodes.map(toItem), pageInfo }
}

/** The row number that a cursor stands for. */
function numberIn(key: string): number {
  if (/^\d{1,15}$/.test(key)) return Number(key)
  throw badCursor()
}

function accessOf({ at, activity, domains }: AccessRecord, register: Register) {
  const processing = activity === null ? undefined : register.find(activity)
  return {
    at,
    domains: domains.map(domainOf),
    byConsent: (processing?.requiresConsent ?? [])
      .map(({ domain }) => domain)
      .filter((domain) => domains.includes(domain))
      .map(domainOf),
    purpose: processing && {
      id: processing.id,
      name: processing.name.nl,
      nameEnglish: processing.name.en,
      legalBasis: processing.legalBasis,
      gdprArticle6: processing.gdprArticle6,
      gdprArticle9: processing.gdprArticle9,
      numberBasis: processing.numberBasis,
    },
  }
}

function entryOf({ seq, activity, decision, domains, subjects, ...entry }: AuditRecord) {
  return {
    ...entry,
    number: seq,
    purpose: activity,
    decision: decision.toUpperCase(),
    domains: domains.map(domainOf),
    persons: subjects,
  }
}
