/**
 * What is counted of the gateway, for Prometheus: requests, how long they took by operation, fetches, what was kept, what the stock executor ran,
 * and how late the event loop is. Names of operations are those of registered documents only, so that clients cannot make series without end.
 */
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type CounterConfiguration,
  type MetricObject,
} from 'prom-client'

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
  /** How many registered operations cannot be answered. */
  brokenDocuments(count: number): void
  text(): Promise<MetricsText>
  /** The same, to be put together with those of other processes. */
  json(): Promise<MetricsJson>
}

/** In the text format of Prometheus. */
export interface MetricsText {
  readonly contentType: string
  readonly text: string
}

export type MetricsJson = readonly MetricObject[]

const buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const [registry] = registers
  if (!registry) throw new Error('No registry')
  collectDefaultMetrics({ register: registry, prefix: 'hub_' })
  const requests = counted({
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
  const fetches = counted({
    name: 'hub_fetches_total',
    help: 'Fetches by subgraph.',
    labelNames: ['subgraph'],
    registers,
  })
  const cache = counted({
    name: 'hub_cache_total',
    help: 'Things asked of the entity cache, by subgraph and whether it had them.',
    labelNames: ['subgraph', 'result'],
    registers,
  })
  const answers = counted({
    name: 'hub_cached_answers_total',
    help: 'Operations looked for among the whole answers that are kept, by whether theirs was there.',
    labelNames: ['result'],
    registers,
  })
  const stock = counted({
    name: 'hub_stock_executor_total',
    help: 'Operations that the engine handed to the stock executor, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const broken = new Gauge({
    name: 'hub_broken_operations',
    help: 'Registered operations that cannot be answered; the log names them.',
    // Each process has read the same.
    aggregator: 'max',
    registers,
  })
  const durations = new Map<string, Pick<Histogram.Internal<string>, 'observe'>>()
  const durationOf = (operation: string, door: string) => {
    const key = `${door} ${operation}`
    let known = durations.get(key)
    if (!known) durations.set(key, (known = duration.labels(operation, door)))
    return known
  }
  return {
    request({ operation, door, status, seconds, failed }) {
      requests(1, door, String(status), failed ? 'yes' : 'no')
      durationOf(operation, door).observe(seconds)
    },
    fetch: (subgraph) => fetches(1, subgraph),
    cached(subgraph, hits, misses) {
      if (hits > 0) cache(hits, subgraph, 'hit')
      if (misses > 0) cache(misses, subgraph, 'miss')
    },
    cachedAnswers(hits, misses) {
      if (hits > 0) answers(hits, 'hit')
      if (misses > 0) answers(misses, 'miss')
    },
    stock: (reason) => stock(1, reason),
    brokenDocuments: (count) => broken.set(count),
    text: () => textOf(registry),
    json: () => registry.getMetricsAsJSON(),
  }
}

/** Of several processes together: counts added up, and how many workers there are. */
export async function mergedMetrics(parts: readonly MetricsJson[], workers: number): Promise<MetricsText> {
  const registry = AggregatorRegistry.aggregate([...parts])
  new Gauge({
    name: 'hub_workers',
    help: 'Processes that serve the graph.',
    registers: [registry],
  }).set(workers)
  return textOf(registry)
}

async function textOf(registry: { contentType: string; metrics(): Promise<string> }): Promise<MetricsText> {
  return { contentType: registry.contentType, text: await registry.metrics() }
}

type Count = (by: number, ...values: readonly string[]) => void

/** A counter that is told what was counted when it is read: to tell it each time costs more than all else of counting. */
function counted(configuration: CounterConfiguration<string>): Count {
  const { labelNames = [] } = configuration
  const since = new Map<string, { readonly values: readonly string[]; count: number }>()
  new Counter({
    ...configuration,
    collect() {
      for (const [key, { values, count }] of since) {
        this.inc(Object.fromEntries(labelNames.map((name, index) => [name, values[index] ?? ''])), count)
        since.delete(key)
      }
    },
  })
  return (by, ...values) => {
    const key = values.length === 1 ? (values[0] ?? '') : values.join('\n')
    const known = since.get(key)
    if (known) known.count += by
    else since.set(key, { values, count: by })
  }
}
