/**
 * A gateway that can be replaced while it answers: what comes after goes to the new one, and what is under way ends on the old one, which is closed
 * then. There are two at most: another is made only once the one before the last is closed.
 */
import type { Gateway } from '../operation/gateway.ts'
import type { PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'

export interface ReplaceableGateway extends Gateway {
  /** From now on this one answers. */
  replace(next: Gateway): void
  /** Resolves when the gateway before this one is closed. */
  readonly settled: Promise<void>
}

/** Milliseconds that requests under way may take after which their gateway is closed all the same. */
const patience = 60_000

interface Serving {
  readonly gateway: Gateway
  underWay: number
  /** Called when nothing is under way any more, and nothing will be. */
  ended: (() => void) | undefined
}

export function replaceableGateway(first: Gateway): ReplaceableGateway {
  let serving: Serving = { gateway: first, underWay: 0, ended: undefined }
  let settled: Promise<void> = Promise.resolve()

  const through = <Value>(act: (gateway: Gateway) => PromiseOrValue<Value>): PromiseOrValue<Value> => {
    const mine = serving
    const answer = act(mine.gateway)
    if (!(answer instanceof Promise)) return answer
    mine.underWay += 1
    const end = (): void => {
      mine.underWay -= 1
      if (mine.underWay === 0) mine.ended?.()
    }
    answer.then(end, end)
    return answer
  }
  return {
    get indicators() {
      return serving.gateway.indicators
    },
    openEnums: () => serving.gateway.openEnums(),
    get register() {
      return serving.gateway.register
    },
    get authenticate() {
      return serving.gateway.authenticate
    },
    get brokenDocuments() {
      return serving.gateway.brokenDocuments
    },
    get documents() {
      return serving.gateway.documents
    },
    get budgets() {
      return serving.gateway.budgets
    },
    get metrics() {
      return serving.gateway.metrics
    },
    execute: async (...given) => through((gateway) => gateway.execute(...given)),
    answer: async (...given) => through((gateway) => gateway.answer(...given)),
    answerDocument: (...given) => through((gateway) => gateway.answerDocument(...given)),
    answerPart: (...given) => through((gateway) => gateway.answerPart(...given)),
    admitText: async (...given) => through((gateway) => gateway.admitText(...given)),
    checkLimits: (operation) => serving.gateway.checkLimits(operation),
    get apiSchema() {
      return serving.gateway.apiSchema
    },
    isProtected: (document) => serving.gateway.isProtected(document),
    objectsOf: (operation) => serving.gateway.objectsOf(operation),
    registerDocuments: (texts) => serving.gateway.registerDocuments(texts),
    document: (name) => serving.gateway.document(name),
    etag: async (...given) => through((gateway) => gateway.etag(...given)),
    state: async () => through((gateway) => gateway.state()),
    versionOf: async (...given) => through((gateway) => gateway.versionOf(...given)),
    async publicVariant() {
      const current = await serving.gateway.publicVariant()
      if (!current) return null
      return {
        ...current,
        answer: async (...given) =>
          through(async (gateway) => ((await gateway.publicVariant()) ?? current).answer(...given)),
      }
    },
    unready: () => serving.gateway.unready(),
    skew: () => serving.gateway.skew(),
    get settled() {
      return settled
    },
    replace(next) {
      const old = serving
      serving = { gateway: next, underWay: 0, ended: undefined }
      settled = settled.then(() => untilIdle(old)).then(() => old.gateway.close())
    },
    async close() {
      await settled
      await serving.gateway.close()
    },
  }
}

function untilIdle(old: Serving): Promise<void> {
  if (old.underWay === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const late = setTimeout(resolve, patience)
    old.ended = () => {
      clearTimeout(late)
      resolve()
    }
  })
}
