/**
 * Hive's configuration: as it comes, but that each request to a subgraph carries the token, and the proof that it goes with this request, which our
 * subgraphs ask of a gateway: the caseworker's, whoever asked.
 * Which subgraph is asked is told from its address in the supergraph file, BENCH_SUPERGRAPH.
 */
import { readFileSync } from 'node:fs'
import { proofHeader } from '@samenhang/subgraph-kit/access/request-proof'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { caseworkerAccess } from '../caseworker.ts'

interface Fetching {
  readonly url: string
  readonly options: { readonly headers?: Record<string, string>; readonly body?: unknown }
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
        const token = await sign(name, access)
        const proof = { [proofHeader]: sign.prove(name, token, [String(options.body ?? '')]) }
        setOptions({
          ...options,
          headers: { ...options.headers, authorization: `Bearer ${token}`, ...proof },
        })
      },
    },
  ],
}
