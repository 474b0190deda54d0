/**
 * A remote subgraph that is replaced while its gateway answers, by another process with the same slice: fetches go to the newest one, and those under
 * way end on the one they began on, which is closed then. The first one may still be starting: fetches wait for it.
 */
import type { SubgraphSource } from './source.ts'

export interface ReplaceableSource extends SubgraphSource {
  /** From now on this one is asked. Resolves when the one before it is closed. */
  replace(next: SubgraphSource): Promise<void>
}

interface Serving {
  readonly source: Promise<SubgraphSource>
  readonly underWay: Set<Promise<unknown>>
}

export function replaceableSource(name: string, first: Promise<SubgraphSource>): ReplaceableSource {
  let serving = servingBy(first)
  const through = async <Value>(act: (source: SubgraphSource) => Promise<Value>): Promise<Value> => {
    const { source, underWay } = serving
    const answer = source.then(act)
    underWay.add(answer)
    return answer.finally(() => underWay.delete(answer))
  }
  return {
    name,
    isRemote: true,
    fetch: (...given) => through((source) => source.fetch(...given)),
    ready: () => through((source) => source.ready()),
    async replace(next) {
      const before = serving
      serving = servingBy(Promise.resolve(next))
      await closeWhenIdle(before)
    },
    close: () => closeWhenIdle(serving),
  }
}

function servingBy(source: Promise<SubgraphSource>): Serving {
  // Who asks it is told.
  source.catch(() => undefined)
  return { source, underWay: new Set() }
}

async function closeWhenIdle({ source, underWay }: Serving): Promise<void> {
  await Promise.allSettled(underWay)
  await source.then(
    (opened) => opened.close(),
    () => undefined,
  )
}
