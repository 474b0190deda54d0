/** What `hub token` does: a token of the demo on stdout, alone on its line, for a shell to take. */
import { demoToken, roles } from '@samenhang/gateway/access/demo-token'
import { readPolicy } from '@samenhang/gateway/access/policy'
import { readRegister } from '@samenhang/gateway/access/register'
import { supergraphSchema } from '@samenhang/gateway/supergraph'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'

export interface TokenOptions {
  readonly role: string
  readonly purpose: readonly string[]
  readonly actor?: string
  readonly release: readonly string[]
}

/** Throws ConfigError. */
export async function printToken(
  { role: roleName, purpose, actor, release }: TokenOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const role = roles.find((candidate) => candidate === roleName)
  if (!role) throw new ConfigError(`There is no role «${roleName}».`)
  if (release.length > 0 && role !== 'domain-team')
    throw new ConfigError('Releases are made by domain teams: use --role domain-team with --release.')
  const schema = supergraphSchema(readPolicy(readSupergraph()).sdl)
  const register = readRegister(environment['HUB_REGISTER'] || undefined, schema)
  const token = await demoToken(environment, register, {
    role,
    purposes: purpose,
    actor,
    client: 'hub-token',
    releases: release,
  })
  process.stdout.write(`${token}\n`)
}
