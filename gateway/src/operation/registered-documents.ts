/** The operations that consumers registered in the registry, as texts by each id that they have: the hash of the text, and those of their manifests. */
import type { Registry } from '@samenhang/schema/registry/registry'

/** Where two consumers give one id to two texts, the first keeps it. */
export async function registeredDocuments({
  operations,
}: Pick<Registry, 'operations'>): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const { id, text, aliases } of await operations.all())
    for (const one of [id, ...aliases]) if (!texts.has(one)) texts.set(one, text)
  return texts
}
