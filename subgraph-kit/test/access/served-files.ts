/** The subgraph of files at an address and with keys of its own, and what tests of its door ask it. */
import { proofHeader } from '@samenhang/subgraph-kit/access/request-proof'
import type { Access } from '@samenhang/subgraph-kit/caller'
import { startServing } from '@samenhang/subgraph-kit/serve'
import type { RunningSubgraph, SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import { makeTestData, signForTests, silent } from '@samenhang/subgraph-kit/testing'
import { files } from './files-subgraph.ts'

export interface ServedFiles {
  readonly environment: NodeJS.ProcessEnv
  readonly running: RunningSubgraph
  readonly url: string
  send(body: string, token?: string, proof?: string): Promise<SubgraphAnswer>
  close(): Promise<void>
}

export async function serveFiles(): Promise<ServedFiles> {
  const { environment, remove } = await makeTestData()
  const running = await files.open({ environment, logger: silent })
  const { url, close } = await startServing(
    { name: 'files', open: () => Promise.resolve(running) },
    { ...environment, PORT: '0' },
    silent,
  )
  return {
    environment,
    running,
    url,
    async send(body, token, proof) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(proof && { [proofHeader]: proof }),
        },
        body,
      })
      return (await response.json()) as SubgraphAnswer
    },
    async close() {
      await close()
      await remove()
    },
  }
}

export const code = ({ errors }: SubgraphAnswer) => errors?.[0]?.extensions?.['code']
export const tokenFor = (access: Access) => signForTests('files', access)
export const whole = '{ file(id: "1") { name amount } open }'
