/** The files of the CBS that tests of reading tables use. */
import { cbsFile } from '../requirements.ts'

export const amsterdam2019 = cbsFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
export const theHague2020 = cbsFile(
  'kwb-2020-84799NED-denhaag/marginal_distributions_TheHague_2019_84583NED.csv',
)
export const utrecht2023 = cbsFile('kwb-2023-85618NED-utrecht/CBS-Utrecht-kwb-2023.xlsx')
export const netherlands2024 = cbsFile(
  'kwb-2024-85984NED-nederland/Kerncijfers_wijken_en_buurten_2024_geslachten.csv',
)
export const origin2024 = cbsFile(
  'kwb-2024-85984NED-nederland/Kerncijfers_wijken_en_buurten_2024_11122025_141648.csv',
)
export const transposed2025 = cbsFile(
  'kwb-2025-86165NED-transposed/Kerncijfers_wijken_en_buurten_2025_04052026_210749.csv',
)
export const rotterdam2022 = cbsFile('odata-json-rotterdam/85318NED_TypedDataSet_BU05990110_2022.json')
export const rotterdam2023 = cbsFile('odata-json-rotterdam/85618NED_TypedDataSet_BU05990110_2023.json')
export const metadata2024 = cbsFile('kwb-2024-85984NED-odata-meta')
export const boundaries2024 = cbsFile('geo/gemeenten_2024.geojson')
export const columnMap = cbsFile('kwb-column-map.csv')
