/** What `hub operations list` and `hub operations remove` do. */
import { InvalidArgumentError } from 'commander'
import { withRegistry } from '../with-registry.ts'

/** Throws InvalidArgumentError where that application registered nothing. */
export async function listConsumers(
  app: string | undefined,
  { json }: { readonly json: boolean },
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const lines = await withRegistry(environment, async (registry) => {
    if (app === undefined) {
      const consumers = (await registry?.operations.consumers()) ?? []
      if (consumers.length === 0 && !json) return ['No application has registered operations.']
      return consumers.map((consumer) =>
        json
          ? JSON.stringify(consumer)
          : `${consumer.app}  ${consumer.owner}  ${consumer.operations === 1 ? '1 operation' : `${consumer.operations} operations`}, since ${consumer.registeredAt.slice(0, 10)}`,
      )
    }
    const operations = ((await registry?.operations.all()) ?? []).filter((one) => one.app === app)
    if (operations.length === 0) throw new InvalidArgumentError(`${app} has registered no operations.`)
    return operations.map((operation) =>
      json
        ? JSON.stringify(operation)
        : `${operation.id}  ${operation.name || '(no name)'}  ${operation.source}`,
    )
  })
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

/** Throws InvalidArgumentError where that application registered nothing. */
export async function removeConsumer(app: string, environment: NodeJS.ProcessEnv): Promise<void> {
  await withRegistry(environment, async (registry) => {
    if (!registry || !(await registry.operations.remove(app)))
      throw new InvalidArgumentError(`${app} has registered no operations.`)
  })
  process.stdout.write(`${app}: its operations are registered no more.\n`)
}
