/**
 * The metrics of the gateway, for Prometheus: requests and their duration by operation, fetches, hits of the caches, what Apollo's executor ran, and
 * the delay of the event loop. Operations are named only where they are registered, so that clients cannot make series without end.
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
  readonly endpoint: 'graphql' | 'operations' | 'tables' | 'dry run'
  readonly status: number
  readonly seconds: number
  readonly failed: boolean
}

export interface Metrics {
  request(measures: RequestMeasures): void
  fetch(subgraph: string): void
  cached(subgraph: string, hits: number, misses: number): void
  /** Answers found in the answer cache, or not. */
  cachedAnswers(hits: number, misses: number): void
  /** Apollo's executor ran an operation, for this reason. */
  apolloExecutor(reason: string): void
  /** The number of registered operations that cannot be answered. */
  brokenDocuments(count: number): void
  text(): Promise<MetricsText>
  /** The same, to be added to those of other processes. */
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
    help: 'Operations answered, by endpoint, HTTP status and whether the answer has errors. The label door is deprecated: use endpoint.',
    labelNames: ['endpoint', 'door', 'status', 'errors'],
    registers,
  })
  const duration = new Histogram({
    name: 'hub_request_duration_seconds',
    help: 'Duration of operations, by registered operation. The label door is deprecated: use endpoint.',
    labelNames: ['operation', 'endpoint', 'door'],
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
    help: 'Entities looked up in the entity cache, by subgraph and result.',
    labelNames: ['subgraph', 'result'],
    registers,
  })
  const answers = counted({
    name: 'hub_cached_answers_total',
    help: 'Operations looked up in the answer cache, by result.',
    labelNames: ['result'],
    registers,
  })
  const apollo = counted({
    name: 'hub_apollo_executor_total',
    help: "Operations that the engine handed to Apollo's executor, by reason.",
    labelNames: ['reason'],
    registers,
  })
  const stock = counted({
    name: 'hub_stock_executor_total',
    help: 'Deprecated: use hub_apollo_executor_total.',
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
  const durationOf = (operation: string, endpoint: string) => {
    const key = `${endpoint} ${operation}`
    let existing = durations.get(key)
    if (!existing) durations.set(key, (existing = duration.labels(operation, endpoint, endpoint)))
    return existing
  }
  return {
    request({ operation, endpoint, status, seconds, failed }) {
      requests(1, endpoint, endpoint, String(status), failed ? 'yes' : 'no')
      durationOf(operation, endpoint).observe(seconds)
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
    apolloExecutor(reason) {
      apollo(1, reason)
      stock(1, reason)
    },
    brokenDocuments: (count) => broken.set(count),
    text: () => textOf(registry),
    json: () => registry.getMetricsAsJSON(),
  }
}

/** The metrics of several processes, added up, and the number of workers. */
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

/** A counter that is brought up to date when it is read: doing so at each count costs more than the rest of counting. */
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
    const sum = since.get(key)
    if (sum) sum.count += by
    else since.set(key, { values, count: by })
  }
}
