/** Who asks, as every resolver and log line knows it. Never a person's name; grows with access rules. */
export interface Caller {
  /** One id for everything that happens for one request, over all subgraphs. */
  readonly traceId: string
}
