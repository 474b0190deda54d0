/**
 * CBS area codes: their shape, their level, and the parents that follow from the code itself.
 * A code is a key only together with a year; what existed when is base-registry's.
 */
import { HubError } from '../errors/errors.ts'

export type AreaLevel = 'COUNTRY' | 'PROVINCE' | 'MUNICIPALITY' | 'DISTRICT' | 'NEIGHBOURHOOD'

const shapes: readonly (readonly [AreaLevel, RegExp, example: string])[] = [
  ['COUNTRY', /^NL\d{2}$/, 'NL00'],
  ['PROVINCE', /^PV\d{2}$/, 'PV27'],
  ['MUNICIPALITY', /^GM\d{4}$/, 'GM0363'],
  ['DISTRICT', /^WK\d{4}[0-9A-Z]{2}$/, 'WK036300'],
  ['NEIGHBOURHOOD', /^BU\d{4}[0-9A-Z]{4}$/, 'BU03630000'],
]

/** The level a well-formed code belongs to, else null. */
export function levelOf(code: string): AreaLevel | null {
  return shapes.find(([, shape]) => shape.test(code))?.[0] ?? null
}

/**
 * The code without padding, checked against the shape of its level (any level without `level`).
 * Throws HubError BAD_AREA_CODE, which says what a right code looks like.
 */
export function parseAreaCode(text: string, level?: AreaLevel): string {
  const code = text.trim()
  const actual = levelOf(code)
  if (actual && (!level || actual === level)) return code
  const wanted = shapes.filter(([shapeLevel]) => !level || shapeLevel === level)
  const examples = wanted
    .map(([shapeLevel, , example]) => `${example} (${shapeLevel.toLowerCase()})`)
    .join(', ')
  const quoted = code.length > 20 ? `${code.slice(0, 20)}…` : code
  const problem = actual ? `the code of a ${actual.toLowerCase()}` : 'not an area code'
  throw new HubError('BAD_AREA_CODE', `«${quoted}» is ${problem}; expected a code such as ${examples}.`)
}

/** The parents that a district's or neighbourhood's code names: municipality, and for a neighbourhood its district. */
export function parentsOf(code: string): { municipality: string | null; district: string | null } {
  const level = levelOf(code)
  const municipality = level === 'DISTRICT' || level === 'NEIGHBOURHOOD' ? `GM${code.slice(2, 6)}` : null
  return { municipality, district: level === 'NEIGHBOURHOOD' ? `WK${code.slice(2, 8)}` : null }
}

/** The country of an area: NL99 for invented places, which have codes that the CBS does not issue, else NL00. */
export function countryOf(code: string): string {
  if (levelOf(code) === 'COUNTRY') return code
  const digits = code.slice(2)
  const invented = levelOf(code) === 'PROVINCE' ? digits >= '80' : digits >= '9001'
  return invented ? 'NL99' : 'NL00'
}
