/**
 * The hub without authorisation and logs of access: no rule in its supergraph, nobody asked for a token, nothing recorded; subgraphs are asked in
 * the name of the caseworker. What the hub itself takes beside it is what these cost. No hub is ever started so but this one.
 */
import { setFlagsFromString } from 'node:v8'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { readPolicy } from '@samenhang/gateway/access/policy'
import { createGateway } from '@samenhang/gateway/gateway'
import { createLogger } from '@samenhang/gateway/log'
import { createHttpServer } from '@samenhang/gateway/server'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { readDocuments } from '@samenhang/gateway/document-files'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { caseworkerAccess } from '../caseworker.ts'
import { operationsFolder } from '../questions.ts'

// As `hub start` does.
setFlagsFromString('--heap-growing-percent=50')
const environment = process.env
const logger = createLogger('info')
const subgraphs = await openSubgraphs({ environment, logger })
const sign = subgraphTokens(environment)
const caseworker = caseworkerAccess()
const gateway = await createGateway({
  supergraphSdl: readPolicy(readSupergraph()).sdl,
  subgraphs,
  sign: (subgraph) => sign(subgraph, caseworker),
  documents: readDocuments(operationsFolder).texts,
  logger,
})
createHttpServer(gateway, { logger }).listen(Number(environment['PORT']), '127.0.0.1')
process.once('SIGTERM', () => process.exit())
