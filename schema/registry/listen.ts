/** Tells at once of a release that is stored in PostgreSQL. A connection that is lost is made again; who listens looks now and then all the same. */
import pg from 'pg'
import type { RegistryPlace } from './place.ts'
import { releaseChannel } from './releases.ts'

/** Milliseconds after which a lost connection is made again. */
const again = 5_000

/** Calls `tell` for each release that is stored, and when the connection was made again. Gives what ends it; does nothing for SQLite. */
export function listenForReleases(place: RegistryPlace, tell: () => void): () => Promise<void> {
  if (place.kind === 'sqlite') return () => Promise.resolve()
  const { url } = place
  let ended = false
  let timer: NodeJS.Timeout | undefined
  let client: pg.Client | undefined

  const connect = async (): Promise<void> => {
    const one = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true })
    client = one
    let isLost = false
    const lose = (): void => {
      if (isLost) return
      isLost = true
      one.end().catch(() => undefined)
      if (!ended) timer = setTimeout(() => void connect(), again).unref()
    }
    one.on('error', lose)
    one.on('end', lose)
    one.on('notification', tell)
    try {
      await one.connect()
      await one.query(`listen ${releaseChannel}`)
      tell()
    } catch {
      lose()
    }
  }
  void connect()
  return async () => {
    ended = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}
