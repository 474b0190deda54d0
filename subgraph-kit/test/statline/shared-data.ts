/**
 * The real CBS files that lie beside the repository (or where SHARED_DATA says); tests that need them skip without them.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder =
  process.env['SHARED_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))

export const hasSharedData = existsSync(join(folder, 'kwb-column-map.csv'))

export const skipMessage = hasSharedData ? '' : ' (skipped: no ../shared/data here)'

const file = (...parts: readonly string[]): string => join(folder, ...parts)

export const amsterdam2019 = file('kwb-2019-84583NED-amsterdam', 'marginal_distributions_84583NED.csv')
export const theHague2020 = file(
  'kwb-2020-84799NED-denhaag',
  'marginal_distributions_TheHague_2019_84583NED.csv',
)
export const utrecht2023 = file('kwb-2023-85618NED-utrecht', 'CBS-Utrecht-kwb-2023.xlsx')
export const netherlands2024 = file(
  'kwb-2024-85984NED-nederland',
  'Kerncijfers_wijken_en_buurten_2024_geslachten.csv',
)
export const origin2024 = file(
  'kwb-2024-85984NED-nederland',
  'Kerncijfers_wijken_en_buurten_2024_11122025_141648.csv',
)
export const transposed2025 = file(
  'kwb-2025-86165NED-transposed',
  'Kerncijfers_wijken_en_buurten_2025_04052026_210749.csv',
)
export const rotterdam2022 = file('odata-json-rotterdam', '85318NED_TypedDataSet_BU05990110_2022.json')
export const rotterdam2023 = file('odata-json-rotterdam', '85618NED_TypedDataSet_BU05990110_2023.json')
export const metadata2024 = file('kwb-2024-85984NED-odata-meta')
export const boundaries2024 = file('geo', 'gemeenten_2024.geojson')
export const columnMap = file('kwb-column-map.csv')

/** Small files that were once imported wrongly; they lie beside the repository too. */
const cases =
  process.env['SHARED_CASES'] ?? fileURLToPath(new URL('../../../../shared/cases/data', import.meta.url))

export const hasSharedCases = existsSync(join(cases, 'README.md'))

export const noCases = hasSharedCases ? '' : ' (skipped: no ../shared/cases here)'

export const caseFile = (...parts: readonly string[]): string => join(cases, ...parts)
