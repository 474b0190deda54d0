/** What the bench uses of packages that only test/bench installs, so that the hub's check needs none of them. */
declare module 'autocannon' {
  interface Client {
    setRequests(requests: readonly Request[]): void
  }
  interface Request {
    readonly method: 'POST'
    readonly path: string
    readonly body: string
    readonly headers: Readonly<Record<string, string>>
  }
  interface Options {
    readonly url: string
    readonly connections: number
    readonly duration: number
    readonly timeout: number
    readonly setupClient: (client: Client) => void
  }
  interface Result {
    readonly errors: number
    readonly timeouts: number
    readonly non2xx: number
    readonly '2xx': number
    /** Seconds. */
    readonly duration: number
  }
  interface Instance extends PromiseLike<Result> {
    on(event: 'response', listen: (client: Client, status: number, bytes: number, ms: number) => void): this
  }
  function autocannon(options: Options): Instance
  export { autocannon as default }
}

declare module 'fastify' {
  interface App {
    register(plugin: object, options: object): void
    ready(): Promise<void>
    listen(address: { host: string; port: number }): Promise<string>
  }
  function fastify(): App
  export { fastify as default }
}

declare module '@mercuriusjs/gateway' {
  const plugin: object
  export { plugin as default }
}
