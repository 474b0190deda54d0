/** The resolvers of fair shares: which municipalities, computed at once, a page of them at a time. */
import { parseAreaCode } from '@samenhang/subgraph-kit/area-code'
import { readPageRequest, toConnection } from '@samenhang/subgraph-kit/connection'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { fairShare, type FairShare, type MunicipalShare, type Whole } from './fair-share.ts'
import type { FairShareInput } from './fair-share-inputs.ts'
import type { FocusGroup as AnyGroup } from './generated/resolver-types.ts'
import type { InputStore, MunicipalitiesOf } from './input-store.ts'
import { currentGroup, type FocusGroup } from './vocabulary.ts'

export interface FairShareContext {
  readonly fairShares: InputStore<FairShareInput>
}

interface GroupArgument {
  readonly group: AnyGroup
}

type FairShareAnswer = FairShare & {
  readonly group: FocusGroup
  readonly region: string | null
  readonly within: string | null
  readonly computedAt: string
  readonly stale: boolean
}

export const fairShareRoot = {
  fairShare: (
    _: unknown,
    {
      region,
      within,
      group,
    }: GroupArgument & { readonly region?: string | null; readonly within?: string | null },
    context: FairShareContext,
  ) => divide(overOf(region ?? null, within ?? null), group, context),
}

export const regionFairShare = {
  fairShare: ({ code }: { readonly code: string }, { group }: GroupArgument, context: FairShareContext) =>
    divide({ region: code }, group, context),
}

export const fairShareResolvers = {
  FairShare: {
    region: ({ region }: FairShareAnswer) => (region === null ? null : { code: region }),
    within: ({ within }: FairShareAnswer) => (within === null ? null : { code: within }),
    municipalityCount: ({ municipalities }: FairShareAnswer) => municipalities.length,
    municipalities: (
      { municipalities }: FairShareAnswer,
      pageArguments: { readonly first: number; readonly after?: string | null },
    ) => {
      const page = readPageRequest(pageArguments)
      const rows = municipalities.filter(({ code }) => page.after === null || code > page.after)
      return toConnection(page, { rows, total: municipalities.length }, ({ code }) => code)
    },
  },
  FairShareWhole: {
    missing: ({ missing }: Whole) => missing.map((code) => ({ code })),
  },
  MunicipalFairShare: {
    area: ({ code }: MunicipalShare) => ({ code }),
    shareOfInhabitants: ({ shares }: MunicipalShare) => shares.INHABITANTS,
    shareOfCorporationStock: ({ shares }: MunicipalShare) => shares.CORPORATION_STOCK,
    shareOfHouseholds: ({ shares }: MunicipalShare) => shares.HOUSEHOLDS,
    shareOfLettings: ({ shares }: MunicipalShare) => shares.LETTINGS,
    shareOfPlannedHomes: ({ shares }: MunicipalShare) => shares.PLANNED_HOMES,
  },
}

async function divide(
  over: MunicipalitiesOf,
  anyGroup: AnyGroup,
  { fairShares }: FairShareContext,
): Promise<FairShareAnswer | null> {
  const stored = await fairShares.inputs(over)
  if (!stored) return null
  const { inputs, absent, computedAt, stale } = stored
  const group = currentGroup(anyGroup)
  const within = 'within' in over ? (over.within ?? inputs[0]?.country ?? null) : null
  const region = 'region' in over ? over.region : null
  return { ...fairShare(inputs, group, absent), group, region, within, computedAt, stale }
}

/** Throws HubError BAD_ARGUMENT, BAD_AREA_CODE. */
function overOf(region: string | null, within: string | null): MunicipalitiesOf {
  if (region !== null && within !== null)
    throw new HubError(
      'BAD_ARGUMENT',
      'Give region or within, not both: a region lies in no single province.',
    )
  if (region !== null) return { region: region.trim() }
  if (within === null) return { within }
  const code = parseAreaCode(within)
  if (/^(?:NL|PV)/.test(code)) return { within: code }
  throw new HubError('BAD_ARGUMENT', `within is ${code}; expected the code of a country or a province.`)
}
