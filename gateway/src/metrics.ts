/**
 * What is counted of the gateway, for Prometheus: requests, how long they took by operation, fetches, what was kept, what the stock executor ran,
 * and how late the event loop is. Names of operations are those of registered documents only, so that clients cannot make series without end.
 */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

export interface RequestMeasures {
  /** The name of a registered document, or `other`. */
  readonly operation: string
  readonly door: 'graphql' | 'operations'
  readonly status: number
  readonly seconds: number
  readonly failed: boolean
}

export interface Metrics {
  request(measures: RequestMeasures): void
  fetch(subgraph: string): void
  cached(subgraph: string, hits: number, misses: number): void
  /** Whole answers that were kept, or not. */
  cachedAnswers(hits: number, misses: number): void
  /** The stock executor ran an operation, for this reason. */
  stock(reason: string): void
  readonly contentType: string
  text(): Promise<string>
}

const buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const [registry] = registers
  if (!registry) throw new Error('No registry')
  collectDefaultMetrics({ register: registry, prefix: 'hub_' })
  const requests = new Counter({
    name: 'hub_requests_total',
    help: 'Operations answered, by door, status of HTTP and whether the answer has errors.',
    labelNames: ['door', 'status', 'errors'],
    registers,
  })
  const duration = new Histogram({
    name: 'hub_request_duration_seconds',
    help: 'How long operations took, by registered operation.',
    labelNames: ['operation', 'door'],
    buckets,
    registers,
  })
  const fetches = new Counter({
    name: 'hub_fetches_total',
    help: 'Fetches by subgraph.',
    labelNames: ['subgraph'],
    registers,
  })
  const cache = new Counter({
    name: 'hub_cache_total',
    help: 'Things asked of the entity cache, by subgraph and whether it had them.',
    labelNames: ['subgraph', 'result'],
    registers,
  })
  const answers = new Counter({
    name: 'hub_cached_answers_total',
    help: 'Operations looked for among the whole answers that are kept, by whether theirs was there.',
    labelNames: ['result'],
    registers,
  })
  const stock = new Counter({
    name: 'hub_stock_executor_total',
    help: 'Operations that the engine handed to the stock executor, by reason.',
    labelNames: ['reason'],
    registers,
  })
  // Sorting and joining labels at each request costs more than counting.
  const counterOf = bound((door: string, status: string, errors: string) =>
    requests.labels(door, status, errors),
  )
  const durationOf = bound((operation: string, door: string) => duration.labels(operation, door))
  const fetchesOf = bound((subgraph: string) => fetches.labels(subgraph))
  return {
    request({ operation, door, status, seconds, failed }) {
      counterOf(door, String(status), failed ? 'yes' : 'no').inc()
      durationOf(operation, door).observe(seconds)
    },
    fetch: (subgraph) => fetchesOf(subgraph).inc(),
    cached(subgraph, hits, misses) {
      if (hits > 0) cache.inc({ subgraph, result: 'hit' }, hits)
      if (misses > 0) cache.inc({ subgraph, result: 'miss' }, misses)
    },
    cachedAnswers(hits, misses) {
      if (hits > 0) answers.inc({ result: 'hit' }, hits)
      if (misses > 0) answers.inc({ result: 'miss' }, misses)
    },
    stock: (reason) => stock.inc({ reason }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}

/** Makes the series of these labels once. */
function bound<Labels extends readonly string[], Series>(
  make: (...labels: Labels) => Series,
): (...labels: Labels) => Series {
  const known = new Map<string, Series>()
  return (...labels) => {
    const key = labels.join(' ')
    let series = known.get(key)
    if (series === undefined) known.set(key, (series = make(...labels)))
    return series
  }
}
