/**
 * What is loaded, asked of every subgraph through its own slice: each contributes fields to `Datasets`, whatever they are called.
 * For telling people; the gateway answers the same to clients as `datasets`.
 */
import type { SignSubgraphToken } from '@samenhang/subgraph-kit/access/subgraph-token'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'

export interface Loaded {
  /** The subgraph that holds it. */
  readonly subgraph: string
  readonly period: number
  readonly areas: number
  readonly synthetic: boolean
}

interface Dataset {
  readonly period: number
  readonly areas: number
  readonly source: { readonly synthetic: boolean }
}

export async function whatIsLoaded(
  subgraphs: readonly RunningSubgraph[],
  sign: SignSubgraphToken,
): Promise<readonly Loaded[]> {
  return (await Promise.all(subgraphs.map((subgraph) => loadedIn(subgraph, sign)))).flat()
}

async function loadedIn(
  { name, schema, execute }: RunningSubgraph,
  sign: SignSubgraphToken,
): Promise<readonly Loaded[]> {
  const datasets = schema.getType('Datasets')
  if (!datasets || !('getFields' in datasets)) return []
  const fields = Object.keys(datasets.getFields()).map(
    (field) => `${field} { period areas source { synthetic } }`,
  )
  const { data } = await execute(
    { query: `{ datasets { ${fields.join(' ')} } }` },
    { traceId: 'start', token: await sign(name, publicAccess) },
  )
  const datasetsByField = Object.values(
    (data?.['datasets'] ?? {}) as Readonly<Record<string, readonly Dataset[] | null>>,
  )
  return datasetsByField.flatMap((sets) =>
    (sets ?? []).map(({ period, areas, source }) => ({
      subgraph: name,
      period,
      areas,
      synthetic: source.synthetic,
    })),
  )
}

/** Whether it is real, in words. */
export function kindOfData(loaded: readonly Loaded[]): string {
  const advice = 'import real ones with: npm run import -- FILE'
  if (loaded.length === 0) return `none; ${advice}`
  if (loaded.every(({ synthetic }) => synthetic)) {
    return `SYNTHETIC: invented municipalities from GM9001, no real place; ${advice}`
  }
  const mixed = loaded.some(({ synthetic }) => synthetic)
  return mixed ? 'imported figures, and synthetic ones (municipalities GM9001 to GM9999)' : 'imported figures'
}
