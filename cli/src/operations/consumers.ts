/** What `hub operations list` and `hub operations remove` do. */
import { openRegistryIfThere } from '@samenhang/schema/registry/registry'
import { CommandRefused } from '../faults.ts'

export async function listConsumers(
  app: string | undefined,
  { json }: { readonly json: boolean },
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const registry = await openRegistryIfThere(environment)
  try {
    if (app === undefined) {
      const consumers = (await registry?.operations.consumers()) ?? []
      for (const consumer of consumers)
        process.stdout.write(
          json
            ? `${JSON.stringify(consumer)}\n`
            : `${consumer.app}  ${consumer.owner}  ${consumer.operations} operations, since ${consumer.registeredAt.slice(0, 10)}\n`,
        )
      if (consumers.length === 0 && !json) process.stdout.write('No application has registered operations.\n')
      return
    }
    const operations = ((await registry?.operations.all()) ?? []).filter((one) => one.app === app)
    if (operations.length === 0) throw new CommandRefused([`${app} has registered no operations.`])
    for (const operation of operations)
      process.stdout.write(
        json
          ? `${JSON.stringify(operation)}\n`
          : `${operation.id}  ${operation.name || '(no name)'}  ${operation.source}\n`,
      )
  } finally {
    await registry?.close()
  }
}

export async function removeConsumer(app: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const registry = await openRegistryIfThere(environment)
  try {
    if (!registry || !(await registry.operations.remove(app)))
      throw new CommandRefused([`${app} has registered no operations.`])
    process.stdout.write(`${app}: its operations are registered no more.\n`)
  } finally {
    await registry?.close()
  }
}
