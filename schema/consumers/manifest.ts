/**
 * Manifests of registered operations, as the tools of front-end teams write them: Apollo's ("apollo-persisted-query-manifest"), and objects from ids
 * to texts, which are those of Relay, graphql-codegen and Hive.
 */
import { isRecord, parseJson } from '@samenhang/subgraph-kit/http-body'

const apolloFormat = 'apollo-persisted-query-manifest'

/** Ids and texts, as far as they are texts. Throws an Error that says what is no manifest. */
export function readManifest(bytes: Buffer): readonly (readonly [string, unknown])[] {
  return entriesIn(parsed(bytes))
}

function parsed(bytes: Buffer): unknown {
  try {
    return parseJson(bytes)
  } catch {
    throw new Error('it is not JSON in UTF-8.')
  }
}

function entriesIn(manifest: unknown): readonly (readonly [string, unknown])[] {
  if (!isRecord(manifest))
    throw new Error(
      'a manifest is an object from ids to texts, or one of the format "apollo-persisted-query-manifest".',
    )
  const { format, version, operations } = manifest
  if (format === undefined || (operations === undefined && version === undefined))
    return Object.entries(manifest)
  if (format !== apolloFormat)
    throw new Error(`its format is "${String(format)}"; the format known here is "${apolloFormat}".`)
  if (version !== 1) throw new Error(`its version is ${String(version)}; the version known here is 1.`)
  if (!Array.isArray(operations)) throw new Error('its `operations` is not a list.')
  return operations.map((operation: unknown, index) => {
    const { id, body } = isRecord(operation) ? operation : {}
    if (typeof id !== 'string') throw new Error(`its operation ${index + 1} has no \`id\`.`)
    return [id, body] as const
  })
}
