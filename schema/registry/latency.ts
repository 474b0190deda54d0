/** Latencies are counted in buckets, so that counts of many processes add up and percentiles can be told. */

export interface LatencyBucket {
  /** Milliseconds that a request of this bucket takes at most, and more than those before; infinite for the last. */
  readonly upTo: number
  readonly column: string
}

export const latencyBuckets: readonly LatencyBucket[] = [
  ...[5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000].map((upTo) => ({
    upTo,
    column: `up_to_${String(upTo)}`,
  })),
  { upTo: Number.POSITIVE_INFINITY, column: 'longer' },
]

/** The bucket, as its place in `latencyBuckets`, of so many milliseconds. */
export function bucketOf(milliseconds: number): number {
  return latencyBuckets.findIndex(({ upTo }) => milliseconds <= upTo)
}
