/**
 * Whether a SQLite database is still whole, and the file that was opened. One that is gone, replaced or damaged is lost for this process: it
 * answers nothing from then on, rather than what is left of it. Who is told is the subgraph's to say.
 */
import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { HubError } from '../errors/errors.ts'
import { firstWrittenOn } from './known-stores.ts'

/** How often a file is looked at, in milliseconds. */
const lookEvery = 1_000

/** A database that holds nothing to be relied on any more. Restarting alone does not bring it back. */
export class DatabaseLost extends HubError {
  constructor(subgraph: string, location: string, problem: string) {
    super('DATABASE_UNAVAILABLE', `The database of ${subgraph} (${location}) ${problem}.`, { subgraph })
  }
}

/** What to say of one that is damaged; `fault` is what SQLite found. */
export const damaged = (subgraph: string, fault?: string): string =>
  `is damaged${fault === undefined ? '' : ` (${fault})`}. Restore it from a backup, or remove it and known/${subgraph} beside it, and import again`

/** Throws DatabaseLost where there is no file, or an empty one, though this database has held data. */
export function lostIfGone(subgraph: string, file: string, markerFile: string): void {
  if (existsSync(file) && statSync(file).size > 0) return
  const since = firstWrittenOn(markerFile)
  if (since === null) return
  throw new DatabaseLost(
    subgraph,
    basename(file),
    `is gone, though it has held data (noted ${since}). Restore it from a backup, or remove ${markerFile} to begin anew`,
  )
}

/** The state of one open database. */
export class SqliteHealth {
  #lost: DatabaseLost | undefined
  #identity: string | undefined
  #timer: NodeJS.Timeout | undefined
  readonly #listeners: ((lost: DatabaseLost) => void)[] = []

  constructor(
    readonly subgraph: string,
    readonly file: string,
  ) {}

  get lost(): DatabaseLost | undefined {
    return this.#lost
  }

  /** Throws DatabaseLost. */
  assertNotLost(): void {
    if (this.#lost) throw this.#lost
  }

  /** From now on the file has to be the one that it is now. */
  watch(): void {
    this.#identity = identityOf(this.file)
    this.#timer = setInterval(() => this.#look(), lookEvery).unref()
  }

  unwatch(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    if (identityOf(this.file) !== this.#identity)
      this.lose('was removed or replaced while the hub ran. Put it in place and start the hub again')
  }

  /** Gives the error back. */
  note(error: unknown): unknown {
    if (error instanceof DatabaseLost) this.#become(error)
    return error
  }

  lose(problem: string): void {
    this.#become(new DatabaseLost(this.subgraph, basename(this.file), problem))
  }

  onLost(listener: (lost: DatabaseLost) => void): void {
    if (this.#lost) listener(this.#lost)
    else this.#listeners.push(listener)
  }

  #become(lost: DatabaseLost): void {
    if (this.#lost) return
    this.#lost = lost
    this.unwatch()
    for (const listener of this.#listeners) listener(lost)
  }
}

function identityOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat && `${String(stat.dev)}.${String(stat.ino)}`
}
