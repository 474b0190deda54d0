/**
 * Invented Dutch place names: none of a municipality that exists, and with what real names have in them: diacritics, apostrophes,
 * the same name in several municipalities.
 */
import { draw } from './noise.ts'

/** What stands on a piece of land: homes, nothing at all, or premises with a handful of homes between them. */
export type Use = 'HOMES' | 'EMPTY' | 'PREMISES'

const municipalities = list(
  "Weidermeer, Hoogduinen, Grauwhaven, 's-Heer Witsland, Sint-Renéveen, Zuiderzeeën",
)
const municipalityStems = list(`
  Lunder, Brander, Wulver, Tolver, Ramsel, Kwelder, Elsen, Mander, Vossel, Doorn, Eider, Gaster, Hunder, Iepen, Kanter,
  Leuven, Moder, Noorden, Olmer, Pelder, Rietz, Schelver, Tinder, Ulver, Wender, Zander, Bolder, Dinker, Flier, Grover
`)
const municipalityEnds = list(
  'meer, dam, waard, veen, haven, rade, loo, horst, kerk, burg, dijk, stede, mond, wold, gouw, kamp',
)
const provinces = list('Midden-Verzonnen, Noord-Verzonnen, Zuid-Verzonnen, Oost-Verzonnen, West-Verzonnen')
const provinceEnds = ['', ' aan Zee', ' in de Venen', ' over de Brug']
const districts = list("Centrum, Noord, Oost, Zuid, West, Buitengebied, Nieuwland, De Hoven, 't Zand")

const particular = list(`
  Aan den Dijk, 's-Gravenakker, Coöperatiekwartier, Lindenhof, 't Hoge Land, Caféplein, Den Akker, Sint-Andréhof,
  Weidenrijk, Ruïnekwartier, Zeeënbuurt, Onder de Linden, 's-Herenweide
`)
const stems = list(`
  Linden, Eiken, Molen, Kerk, Haven, Rozen, Vogel, Zonne, Weide, Duin, Veen, Beek, Berken, Burg, Spoor, Singel, Tuin,
  Water, Wilgen, Componisten, Schilders, Zeehelden, Bloemen, Heiden
`)
const ends = list('buurt, kwartier, hof, veld, park, oord, akker, kamp, dreef, hoek, rijk, erf')

export function municipalityName(index: number): string {
  const invented = index - municipalities.length
  const stem = municipalityStems[invented % municipalityStems.length] ?? ''
  const round = Math.floor(invented / municipalityStems.length)
  const end = municipalityEnds[(invented + round) % municipalityEnds.length] ?? ''
  const again = Math.floor(round / municipalityEnds.length)
  return municipalities[index] ?? `${stem}${end}${again > 0 ? ` ${roman(again)}` : ''}`
}

export function provinceName(index: number): string {
  return `${at(provinces, index)}${at(provinceEnds, Math.floor(index / provinces.length))}`
}

export function districtName(index: number): string {
  const name = `Wijk ${String(index + 1).padStart(2, '0')} ${at(districts, index)}`
  return index < districts.length ? name : `${name} ${roman(Math.floor(index / districts.length))}`
}

/** Gives the neighbourhoods of one municipality their names, no two the same. */
export function neighbourhoodNamer(
  seed: number,
  municipality: string,
): (district: number, position: number, use: Use) => string {
  const uses = new Map<string, number>()
  return (district, position, use) => {
    const wanted = wantedName(seed, municipality, district, position, use)
    const before = uses.get(wanted) ?? 0
    uses.set(wanted, before + 1)
    return before === 0 ? wanted : `${wanted} ${roman(before)}`
  }
}

function wantedName(
  seed: number,
  municipality: string,
  district: number,
  position: number,
  use: Use,
): string {
  const key = `${String(district)}.${String(position)}`
  if (use === 'PREMISES')
    return `Bedrijventerrein ${at(stems, Math.floor(draw(seed, municipality, key) * stems.length))}weg`
  if (use === 'EMPTY') return 'Verspreide bebouwing'
  if (district === 0 && position < 2) return position === 0 ? 'Oude Kern' : 'Stationsbuurt'
  if (position === 1)
    return at(particular, Math.floor(draw(seed, municipality, 'name') * particular.length) + district)
  const stem = Math.floor(draw(seed, municipality, key) * stems.length)
  const end = Math.floor(draw(seed, municipality, `${key} end`) * ends.length)
  return `${at(stems, stem)}${at(ends, end)}`
}

function list(text: string): readonly string[] {
  return text.trim().split(/\s*,\s*/)
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? ''
}

function roman(number: number): string {
  return number < 4 ? 'I'.repeat(number + 1) : String(number + 1)
}
