/**
 * What `hub gateway` does: reads a supergraph, finds its subgraphs in it, and serves it until the process is told to end. Whoever asks is the
 * public, unless an issuer of tokens is set: then its callers are who their tokens say, and reads of what is protected are logged, as by `hub start`.
 */
import { readFileSync } from 'node:fs'
import { refuseUnready } from '@samenhang/gateway/access/findings'
import { isOwnIssuer, openAccess } from '@samenhang/gateway/access/open-access'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { openAudit } from '@samenhang/gateway/audit/audit'
import { readConfig } from '@samenhang/gateway/config'
import { createGateway, type GatewayOptions } from '@samenhang/gateway/gateway'
import { createLogger, linesTo } from '@samenhang/gateway/log'
import { checkPorts, openListeners } from '@samenhang/gateway/listeners'
import { subgraphUrlsIn } from '@samenhang/gateway/supergraph'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'

export interface SupergraphToServe {
  readonly file: string
  readonly port: number
  readonly executor: 'engine' | 'apollo'
}

/** Gives the URL. Throws ConfigError where the file is no supergraph. */
export async function serveSupergraph(
  { file, port, executor }: SupergraphToServe,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...environment, PORT: String(port) }, [])
  const { logLevel, planningProcesses } = config
  // A suite may have its subgraphs at the ports beside.
  const adminPort = environment['HUB_ADMIN_PORT'] ? config.adminPort : null
  await checkPorts({ ...config, adminPort })
  const logger = createLogger(logLevel, linesTo(2))
  const supergraphSdl = readText(file)
  const subgraphUrls = subgraphUrlsIn(supergraphSdl)
  await refuseUnready({ environment, subgraphs: [], subgraphUrls })
  const callers: Partial<GatewayOptions> = isOwnIssuer(environment)
    ? {}
    : {
        access: (schema) => openAccess(environment, schema),
        audit: openAudit(environment, openKeys(environment), logger),
      }
  const gateway = await createGateway({
    ...callers,
    supergraphSdl,
    subgraphs: [],
    subgraphUrls,
    sign: subgraphTokens(environment),
    logger,
    executor,
    planning: { processes: planningProcesses },
  })
  const { url } = await openListeners(gateway, { ...config, adminPort, allowedOrigins: [], logger })
  return url
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`There is no file ${file} that can be read.`)
  }
}
