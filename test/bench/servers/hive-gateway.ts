/**
 * Hive's configuration: as it comes, but that each request to a subgraph carries the token which our subgraphs ask of a gateway, the
 * caseworker's, whoever asked.
 * Which subgraph is asked is told from its address in the supergraph file, BENCH_SUPERGRAPH.
 */
import { readFileSync } from 'node:fs'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { caseworkerAccess } from '../caseworker.ts'

interface Fetching {
  readonly url: string
  readonly options: { readonly headers?: Record<string, string> }
  setOptions(options: object): void
}

const supergraph = process.env['BENCH_SUPERGRAPH'] ?? ''
const sign = subgraphTokens(process.env)
const access = caseworkerAccess()
const names = new Map(
  [...readFileSync(supergraph, 'utf8').matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g)].map(
    ([, name = '', url = '']) => [url, name],
  ),
)

export const gatewayConfig = {
  supergraph,
  plugins: () => [
    {
      async onFetch({ url, options, setOptions }: Fetching) {
        const name = names.get(url)
        if (!name) return
        const authorization = `Bearer ${await sign(name, access)}`
        setOptions({ ...options, headers: { ...options.headers, authorization } })
      },
    },
  ],
}
