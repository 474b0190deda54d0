/** `hub keys`: keys for a hub in production. */
import { Command } from 'commander'

export const command = (): Command =>
  new Command('keys')
    .description(
      'Make the keys of a hub in production: gateway.jwk, release.jwk, their public parts, and master.jwk.',
    )
    .argument('<folder>', 'where to put them: a folder that does not exist yet')
    .option('--release', 'add only the keys that sign releases, to an existing folder', false)
    .addHelpText('after', examples)
    .action(async (folder: string, options: { release: boolean }) => {
      const { resolve } = await import('node:path')
      const { addReleaseKeys, makeKeys } = await import('@samenhang/subgraph-kit/access/make-keys')
      const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), folder)
      const files = options.release ? addReleaseKeys(path) : makeKeys(path)
      process.stdout.write(`made ${files.join(', ')} in ${path}\nSet HUB_KEYS_DIR=${path}\n`)
    })

const examples = `
Only their owner may read them. gateway.jwks is public: subgraphs elsewhere check the gateway's tokens with it. So is release.jwks, by which
gateways check releases: keep release.jwk where releases are made, and nowhere else.
Keep a copy of master.jwk elsewhere: without it no pseudonym and no log can be checked any more. No file is overwritten.

Examples:
  hub keys /etc/samenhang/keys
  hub keys /etc/samenhang/keys --release`
