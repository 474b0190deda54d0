/**
 * Which municipalities ended and began, by the year in which the CBS first counts by the new division: that of 1 January. Source: CBS,
 * "Gemeentelijke indeling op 1 januari", 2014 to 2025 (after 2023 nothing changed). Only changes of codes are here; land that moved
 * between two municipalities that both went on is told by the figure `boundaryChange` of an area.
 */

export interface Municipality {
  /** `GM1966` */
  readonly code: string
  readonly name: string
}

/** One municipality that came after or went before another. */
export interface Succession extends Municipality {
  /** The first year by the new division. */
  readonly period: number
  /** Whether all of the old one became part of the new one; false where it was split. */
  readonly whole: boolean
}

/** What ended and what its land belongs to from then on: several old ones made one new, or one old one was split over several. */
type Change = readonly [ended: string, into: string]

/** `0005 Bedum, 0053 Winsum`: codes with names, those that went on included. */
const changes: Readonly<Record<number, readonly Change[]>> = {
  2014: [
    ['0499 Boskoop, 1672 Rijnwoude', '0484 Alphen aan den Rijn'],
    ['0653 Gaasterlân-Sleat, 0082 Lemsterland, 0051 Skarsterlân', '1921 De Friese Meren'],
    ['0055 Boarnsterhim', '0074 Heerenveen, 0080 Leeuwarden, 1921 De Friese Meren, 1900 Súdwest-Fryslân'],
  ],
  2015: [
    ['0491 Bergambacht, 0643 Nederlek, 0644 Ouderkerk, 0608 Schoonhoven, 0623 Vlist', '1931 Krimpenerwaard'],
    ['0365 Graft-De Rijp, 0458 Schermer', '0361 Alkmaar'],
    ['0265 Millingen aan de Rijn, 0282 Ubbergen', '0241 Groesbeek'],
    ['0568 Bernisse, 0612 Spijkenisse', '1930 Nissewaard'],
    ['1671 Maasdonk', "0796 's-Hertogenbosch, 0828 Oss"],
  ],
  2016: [
    ['0381 Bussum, 0424 Muiden, 0425 Naarden', '1942 Gooise Meren'],
    ['0478 Zeevang', '0385 Edam-Volendam'],
    ['0241 Groesbeek', '1945 Berg en Dal'],
    ['1921 De Friese Meren', '1940 De Fryske Marren'],
  ],
  2017: [['0844 Schijndel, 0846 Sint-Oedenrode, 0860 Veghel', '1948 Meierijstad']],
  2018: [
    ['0018 Hoogezand-Sappemeer, 1987 Menterwolde, 0040 Slochteren', '1952 Midden-Groningen'],
    ['0007 Bellingwedde, 0048 Vlagtwedde', '1950 Westerwolde'],
    ['0063 het Bildt, 0070 Franekeradeel, 1908 Menameradiel', '1949 Waadhoeke'],
    ['0140 Littenseradiel', '1949 Waadhoeke, 0080 Leeuwarden, 1900 Súdwest-Fryslân'],
    ['0081 Leeuwarderadeel', '0080 Leeuwarden'],
    ['0196 Rijnwaarden', '0299 Zevenaar'],
  ],
  2019: [
    ['0009 Ten Boer, 0017 Haren', '0014 Groningen'],
    ['0005 Bedum, 1663 De Marne, 1651 Eemsmond', '1966 Het Hogeland'],
    ['0053 Winsum', '1966 Het Hogeland, 1969 Westerkwartier'],
    ['0015 Grootegast, 0022 Leek, 0025 Marum, 0056 Zuidhorn', '1969 Westerkwartier'],
    ['0058 Dongeradeel, 1722 Ferwerderadiel, 0079 Kollumerland en Nieuwkruisland', '1970 Noardeast-Fryslân'],
    ['0236 Geldermalsen, 0304 Neerijnen, 0733 Lingewaal', '1960 West Betuwe'],
    ['0576 Noordwijkerhout', '0575 Noordwijk'],
    ['0393 Haarlemmerliede en Spaarnwoude', '0394 Haarlemmermeer'],
    ['0545 Leerdam, 0620 Vianen, 0707 Zederik', '1961 Vijfheerenlanden'],
    ['0689 Giessenlanden, 1927 Molenwaard', '1978 Molenlanden'],
    [
      '0585 Binnenmaas, 0611 Cromstrijen, 0588 Korendijk, 0584 Oud-Beijerland, 0617 Strijen',
      '1963 Hoeksche Waard',
    ],
    ['0738 Aalburg, 0870 Werkendam, 0874 Woudrichem', '1959 Altena'],
    ['0881 Onderbanken, 0951 Nuth, 0962 Schinnen', '1954 Beekdaelen'],
  ],
  2021: [
    ['0003 Appingedam, 0010 Delfzijl, 0024 Loppersum', '1979 Eemsdelta'],
    ['0788 Haaren', '0757 Boxtel, 0824 Oisterwijk, 0855 Tilburg, 0865 Vught'],
  ],
  2022: [
    [
      '0756 Boxmeer, 1684 Cuijk, 0786 Grave, 0815 Mill en Sint Hubert, 1702 Sint Anthonis',
      '1982 Land van Cuijk',
    ],
    ['1685 Landerd, 0856 Uden', '1991 Maashorst'],
    ['0398 Heerhugowaard, 0416 Langedijk', '1980 Dijk en Waard'],
    ['0370 Beemster', '0439 Purmerend'],
  ],
  2023: [
    ['0501 Brielle, 0530 Hellevoetsluis, 0614 Westvoorne', '1992 Voorne aan Zee'],
    // On 24 March 2022, so that the division of 1 January 2022 still has it.
    ['0457 Weesp', '0363 Amsterdam'],
  ],
}

/** Those above that were new: all others went on under the code that they had. */
const began: ReadonlySet<string> = new Set(
  '1921 1930 1931 1940 1942 1945 1948 1949 1950 1952 1954 1959 1960 1961 1963 1966 1969 1970 1978 1979 1980 1982 1991 1992'
    .split(' ')
    .map((digits) => `GM${digits}`),
)

const after = new Map<string, Succession[]>()
const before = new Map<string, Succession[]>()

for (const [year, ofYear] of Object.entries(changes)) {
  for (const [ended, into] of ofYear) {
    const [old, heirs] = [read(ended), read(into)]
    for (const from of old) {
      for (const to of heirs) {
        const succession = { period: Number(year), whole: heirs.length === 1 }
        add(after, from.code, { ...to, ...succession })
        add(before, to.code, { ...from, ...succession })
      }
    }
  }
}

/** What the land of this municipality belongs to since it ended; empty where it goes on, or the code is of no municipality. */
export function successorsOf(code: string): readonly Succession[] {
  return after.get(code) ?? []
}

/** The municipalities that ended and whose land is in this one since, the latest change first. */
export function predecessorsOf(code: string): readonly Succession[] {
  return (before.get(code) ?? []).toSorted((a, b) => b.period - a.period)
}

/** The first and last year by whose division this municipality is there; 0 and 9999 where the list does not tell. */
export function yearsOfMunicipality(code: string): { readonly from: number; readonly to: number } {
  const [end] = successorsOf(code)
  const start = began.has(code) ? predecessorsOf(code).at(-1) : undefined
  return { from: start?.period ?? 0, to: end === undefined ? 9999 : end.period - 1 }
}

/** A year from which figures of an area are not comparable with those before, and why. */
export interface BoundaryBreak {
  readonly period: number
  readonly note: string
}

/** The years in which this municipality took in others, oldest first. One that only got another code has none. */
export function boundaryBreaksOf(code: string): readonly BoundaryBreak[] {
  const byYear = new Map<number, Succession[]>()
  for (const predecessor of predecessorsOf(code))
    byYear.set(predecessor.period, [...(byYear.get(predecessor.period) ?? []), predecessor])
  return [...byYear]
    .filter(([, [first, ...others]]) => !began.has(code) || others.length > 0 || first?.whole === false)
    .toSorted(([a], [b]) => a - b)
    .map(([period, from]) => ({
      period,
      note: `Since ${String(period)} with the land of ${from.map(described).join(', ')}: not comparable with earlier years.`,
    }))
}

/** `GM0005 (Bedum)`, and `part of GM0053 (Winsum)` where it was split. */
export function described({ code, name, whole: whole }: Succession): string {
  return `${whole ? '' : 'part of '}${code} (${name})`
}

function read(list: string): readonly Municipality[] {
  return list.split(', ').map((entry) => ({ code: `GM${entry.slice(0, 4)}`, name: entry.slice(5) }))
}

function add(map: Map<string, Succession[]>, code: string, succession: Succession): void {
  map.set(code, [...(map.get(code) ?? []), succession])
}
