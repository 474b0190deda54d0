/** Has new processes take the place of others, one after another: an old one leaves when the new one serves, and not before. */
import { setTimeout as pause } from 'node:timers/promises'

export interface Replaceable {
  /** Resolves when it serves. Rejects where it ends before. */
  readonly served: Promise<void>
}

export interface Replacing<Member extends Replaceable> {
  readonly old: readonly Member[]
  start(): Member
  /** Looks at the first new one. Rejects where it is not what is wanted. */
  check(next: Member): Promise<void>
  /** From now on this one counts. */
  take(next: Member): void
  /** Resolves when it has left. */
  retire(member: Member): Promise<void>
  /** Ends one that does not serve, or serves what is not wanted. */
  end(next: Member): void
}

/** Milliseconds that a new one may take to serve. */
const startPatience = 300_000

/** How often a start is tried once one new process serves, for then there is no way back. */
const attempts = 3

/** Rejects where the first new one does not serve or is refused: all old ones stay then. Resolves when all have left. */
export async function replaceEach<Member extends Replaceable>(replacing: Replacing<Member>): Promise<void> {
  const leaving: Promise<void>[] = []
  for (const [index, member] of replacing.old.entries()) {
    const next =
      index === 0 ? await started(replacing, (first) => replacing.check(first)) : await again(replacing)
    replacing.take(next)
    leaving.push(replacing.retire(member))
  }
  await Promise.all(leaving)
}

async function again<Member extends Replaceable>(replacing: Replacing<Member>): Promise<Member> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await started(replacing)
    } catch (error) {
      if (attempt === attempts) throw error
    }
  }
}

async function started<Member extends Replaceable>(
  { start, end }: Replacing<Member>,
  check: (next: Member) => Promise<void> = () => Promise.resolve(),
): Promise<Member> {
  const next = start()
  const late = new AbortController()
  try {
    await Promise.race([
      next.served,
      pause(startPatience, undefined, { signal: late.signal, ref: false }).then(() => {
        throw new Error(`a new process did not serve the graph within ${String(startPatience / 1_000)} s`)
      }),
    ])
    await check(next)
    return next
  } catch (error) {
    end(next)
    throw error
  } finally {
    late.abort()
  }
}
