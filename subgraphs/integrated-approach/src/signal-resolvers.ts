/** The resolvers of signals: found at once in what is kept, and given a page at a time. */
import { parseAreaCode } from '@samenhang/subgraph-kit/area-code'
import { readPageRequest, toConnection, type PageRequest } from '@samenhang/subgraph-kit/connection'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { SignalKind } from './generated/resolver-types.ts'
import type { SignalStore } from './signal-store.ts'
import { findSignals, type Signal } from './signals.ts'

export interface SignalContext {
  readonly signals: SignalStore
}

interface SignalArguments {
  readonly within?: string | null
  readonly kinds?: readonly SignalKind[] | null
  readonly first: number
  readonly after?: string | null
}

export const signalsRoot = {
  async signals(_: unknown, { within, kinds, ...given }: SignalArguments, { signals }: SignalContext) {
    const page = readPageRequest(given)
    const inputs = await signals.inputs(within == null ? null : placeOf(within))
    if (!inputs) return null
    const found = findSignals(inputs.years, inputs.projects, kinds ?? undefined)
    return {
      ...pageOf(found.signals, page),
      within: { code: inputs.within },
      rules: found.rules,
      computedAt: inputs.computedAt,
      stale: inputs.stale,
    }
  },
}

export const signalResolvers = {
  Signal: { area: ({ code }: Signal) => ({ code }) },
}

function pageOf(signals: readonly Signal[], page: PageRequest) {
  const rows = signals.filter(({ id }) => page.after === null || id > page.after)
  return toConnection(page, { rows, total: signals.length }, ({ id }) => id)
}

/** Throws HubError BAD_AREA_CODE, BAD_ARGUMENT. */
function placeOf(within: string): string {
  const code = parseAreaCode(within)
  if (/^(?:NL|PV|GM)/.test(code)) return code
  throw new HubError(
    'BAD_ARGUMENT',
    `within is ${code}; signals are of municipalities: expected the code of a country, a province or a municipality.`,
  )
}
