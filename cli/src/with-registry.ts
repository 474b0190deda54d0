/** A registry for as long as a command needs it. */
import { openRegistryIfThere, type Registry } from '@samenhang/schema/registry/registry'

/** Opens the registry of this environment, null where there is none, and closes it when `act` is done or has failed. */
export async function withRegistry<Value>(
  environment: NodeJS.ProcessEnv,
  act: (registry: Registry | null) => Promise<Value>,
): Promise<Value> {
  const registry = await openRegistryIfThere(environment)
  try {
    return await act(registry)
  } finally {
    await registry?.close()
  }
}
