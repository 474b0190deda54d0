/**
 * Makes releases for `hub bench releases` in a process of its own, as teams do: composing takes a second, in which the load of the bench would wait. Asked
 * by a message, a number for the release of that number and null for a rollback; tells the number of what was stored.
 */
import { setPriority } from 'node:os'
import { openRegistry } from '@samenhang/schema/registry/registry'
import { statementSigner } from '@samenhang/schema/registry/signing'
import { releaseSlice, rollBack } from '@samenhang/schema/release/make-release'
import { readSliceSources } from '@samenhang/schema/slices'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'

// Teams compose on machines of their own.
setPriority(19)
const { env: environment } = process
const registry = await openRegistry(environment)
const making = {
  registry,
  sign: statementSigner(openKeys(environment).signing('release')),
  author: 'bench',
  permit: () => undefined,
}
const care = readSliceSources().find(({ name }) => name === 'care')
if (!care) throw new Error('There is no slice of care')
const { sdl } = care

process.on('message', (asked: number | null) => {
  void (async () => {
    const { statement } = await (asked === null ? rollBack(making) : release(asked))
    process.send?.(statement.number)
  })()
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

function release(number: number) {
  const described = sdl.replace(/("The year these figures describe\.)"/, `$1 Release ${String(number)}."`)
  return releaseSlice({
    ...making,
    slice: { ...care!, sdl: described },
    isPreview: false,
    gitSha: null,
    check: () => Promise.resolve(null),
    attempt: () => Promise.resolve(),
  })
}
