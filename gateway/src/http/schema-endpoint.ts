/**
 * The pages at `/schema`, from its address to its answer: releases, one release, who uses what, and the feed. What a page says follows from its reader: a
 * token with the scope `schema:read`, or in demo mode a browser on this machine, reads all.
 */
import { statSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { parseCoordinate } from '@samenhang/schema/check/coordinates'
import { supergraphFile } from '@samenhang/schema/supergraph'
import { makeDocument, makePage, sendPage, type HtmlPage } from '../pages/page.ts'
import { releasesInFeed, schemaFeed } from '../pages/schema-feed.ts'
import { releasePage, releasesOnPage, schemaPage } from '../pages/schema-page.ts'
import { schemaUsesPage } from '../pages/schema-uses-page.ts'
import type { Reader, ReleaseHistory } from '../releases/release-history.ts'
import { requestOptionsOf } from './caller-headers.ts'
import { isFromThisMachine } from './demo-endpoint.ts'
import type { Exchange } from './exchange.ts'
import { sendJson, sentence } from './send.ts'

/** `/schema` itself, and all below it. */
export const schemaPath = '/schema'

/** With it a caller may read who uses what. */
const readScope = 'schema:read'

/** Characters of a coordinate, at most. */
const mostCharacters = 300

interface Refused {
  readonly status: 400 | 403 | 404
  readonly message: string
}

type Respond = (exchange: Exchange, history: ReleaseHistory, reader: Reader) => Promise<HtmlPage | Refused>

const pages: Readonly<Record<string, Respond>> = { '': releases, usage, 'changes.atom': feed }

export async function answerSchema(exchange: Exchange): Promise<void> {
  const { path, history, request, response } = exchange
  const name = path.slice(schemaPath.length + 1)
  const respond = /^\d{1,9}$/.test(name) ? oneRelease : Object.hasOwn(pages, name) ? pages[name] : undefined
  if (!history || !respond) return sendJson(response, 404, sentence(`There is nothing at ${path}.`))
  const page = await respond(exchange, history, await readerOf(exchange))
  if ('message' in page) return sendJson(response, page.status, sentence(page.message))
  response.setHeader('cache-control', 'private, no-cache')
  return sendPage(request, response, () => Promise.resolve(page), 'accept-encoding, authorization')
}

async function readerOf(exchange: Exchange): Promise<Reader> {
  const { demo, identify, request } = exchange
  const { authorization } = requestOptionsOf(exchange).credentials ?? {}
  if (authorization === undefined) return demo && isFromThisMachine(request) ? 'team' : 'public'
  const { access } = await identify({ authorization })
  return access.scopes.has(readScope) ? 'team' : 'public'
}

async function releases(
  { gateway, search }: Exchange,
  history: ReleaseHistory,
  reader: Reader,
): Promise<HtmlPage | Refused> {
  const given = parameter(search, 'before')
  if (given !== undefined && !/^\d{1,9}$/.test(given))
    return { status: 400, message: 'before is no number of a release.' }
  const before = given === undefined ? undefined : Number(given)
  const found = await history.releases(reader, releasesOnPage + 1, before)
  return makePage(
    schemaPage({
      reader,
      served: gateway.release?.().number ?? null,
      slices: await history.slices(),
      releases: found.slice(0, releasesOnPage),
      hasOlder: found.length > releasesOnPage,
      isNewest: before === undefined,
    }),
  )
}

async function oneRelease(
  { path }: Exchange,
  history: ReleaseHistory,
  reader: Reader,
): Promise<HtmlPage | Refused> {
  const number = Number(path.slice(schemaPath.length + 1))
  const release = await history.release(reader, number)
  if (release) return makePage(releasePage(release, reader))
  return { status: 404, message: `There is no release ${String(number)}. All are at ${schemaPath}.` }
}

async function usage(
  { search }: Exchange,
  history: ReleaseHistory,
  reader: Reader,
): Promise<HtmlPage | Refused> {
  if (reader !== 'team')
    return { status: 403, message: `Who uses what is told to a token with the scope ${readScope}.` }
  const part = parameter(search, 'of')?.trim() || undefined
  if (part !== undefined && (part.length > mostCharacters || !parseCoordinate(part).type))
    return {
      status: 400,
      message: 'A part of the schema is a type, Type.field, Type.field(argument:) or Enum.VALUE.',
    }
  return makePage(schemaUsesPage(await history.uses(part), part), { hasForm: true })
}

async function feed(
  { request, publicUrl }: Exchange,
  history: ReleaseHistory,
  reader: Reader,
): Promise<HtmlPage> {
  const text = schemaFeed({
    releases: await history.releases(reader, releasesInFeed),
    base: publicUrl?.href.replace(/\/$/, '') ?? addressedAt(request),
    since: statSync(supergraphFile).mtime,
  })
  return makeDocument(text, 'application/atom+xml; charset=utf-8')
}

/** Where the client found this hub, as it says; a port or a name that is no address is not repeated. */
function addressedAt({ headers: { host = '' } }: IncomingMessage): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).origin : 'http://localhost'
}

/** The first of that name. */
function parameter(search: string, name: string): string | undefined {
  return new URLSearchParams(search).get(name) ?? undefined
}
