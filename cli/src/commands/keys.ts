/** `hub keys`: keys for a hub in production. */
import { Command } from 'commander'

export const command = (): Command =>
  new Command('keys')
    .description('Make the keys of a hub in production: gateway.jwk, gateway.jwks and master.jwk.')
    .argument('<folder>', 'where to put them: a folder that is not there yet')
    .addHelpText('after', examples)
    .action(async (folder: string) => {
      const { resolve } = await import('node:path')
      const { makeKeys } = await import('@samenhang/subgraph-kit/access/keys')
      const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), folder)
      const files = makeKeys(path)
      process.stdout.write(`made ${files.join(', ')} in ${path}\nSet HUB_KEYS_DIR=${path}\n`)
    })

const examples = `
Only their owner may read them. gateway.jwks is public: subgraphs elsewhere check the gateway's tokens with it.
Keep a copy of master.jwk apart: without it no pseudonym and no log can be checked any more. Nothing is written over.

Example:
  hub keys /etc/samenhang/keys`
