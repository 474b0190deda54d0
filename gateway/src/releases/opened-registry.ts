/** The registry of this hub, opened once there is one, for all in this process that read it. */
import { openRegistryIfThere, type Registry } from '@samenhang/schema/registry/registry'

export interface OpenedRegistry {
  /** Null while there is none. Rejects where it cannot be opened; the next call tries again. */
  open(): Promise<Registry | null>
  close(): Promise<void>
}

export function openRegistryOnce(environment: NodeJS.ProcessEnv): OpenedRegistry {
  let opening: Promise<Registry | null> | undefined
  const again = (): void => void (opening = undefined)
  return {
    open() {
      opening ??= openRegistryIfThere(environment).then(
        (registry) => {
          if (!registry) again()
          return registry
        },
        (error: unknown) => {
          again()
          throw error
        },
      )
      return opening
    },
    async close() {
      const registry = await opening?.catch(() => null)
      await registry?.close()
    },
  }
}
