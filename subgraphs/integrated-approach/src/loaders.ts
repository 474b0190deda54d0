/** Loads the results of areas for one request, all that are asked of together. An area without a result is null. */
import DataLoader from 'dataloader'
import type { Reference } from './distributions.ts'
import type { InputStore, MunicipalInputs } from './input-store.ts'
import type { NeedRow, PlacementRow, ResultStore, SocialLoadRow } from './store.ts'
import type { ScenarioInput } from './scenario-inputs.ts'
import type { LoadVariant } from './vocabulary.ts'

export interface ResultLoaders {
  readonly results: ResultStore
  need(code: string): Promise<NeedRow | null>
  socialLoad(variant: LoadVariant, code: string): Promise<SocialLoadRow | null>
  placement(code: string): Promise<PlacementRow | null>
  /** Read once. */
  reference(kind: string, indicator: string): Promise<Reference | null>
}

export function createResultLoaders(results: ResultStore): ResultLoaders {
  const needs = byCode(results.needs)
  const placements = byCode(results.placements)
  const loads = {
    WITHOUT_ORIGIN: byCode((codes) => results.socialLoads('WITHOUT_ORIGIN', codes)),
    WITH_ORIGIN: byCode((codes) => results.socialLoads('WITH_ORIGIN', codes)),
  } satisfies Record<LoadVariant, unknown>
  let references: ReturnType<ResultStore['references']> | undefined
  return {
    results,
    need: (code) => needs.load(code),
    socialLoad: (variant, code) => loads[variant].load(code),
    placement: (code) => placements.load(code),
    reference: async (kind, indicator) =>
      (await (references ??= results.references())).get(`${kind} ${indicator}`) ?? null,
  }
}

function byCode<Row extends { readonly code: string }>(read: (codes: readonly string[]) => Promise<Row[]>) {
  return new DataLoader<string, Row | null>(async (codes) => {
    const rows = new Map((await read(codes)).map((row) => [row.code, row]))
    return codes.map((code) => rows.get(code) ?? null)
  })
}

/** What a scenario of one municipality starts from; null where nothing is known of it. */
export function createScenarioLoader(
  scenarios: InputStore<ScenarioInput>,
): (code: string) => Promise<MunicipalInputs<ScenarioInput> | null> {
  const loader = new DataLoader<string, MunicipalInputs<ScenarioInput> | null>(async (codes) => {
    const inputs = await scenarios.byMunicipality(codes)
    return codes.map((code) => inputs.get(code) ?? null)
  })
  return (code) => loader.load(code)
}
