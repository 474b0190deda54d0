/** How a subgraph is called in each place that names it, all from the name of its folder. */

/** The names of one subgraph; keys are those that cli/template uses. */
export interface SubgraphNames {
  /** The folder and the package: `public-transport`. */
  readonly name: string
  /** For people: `Public transport`. */
  readonly title: string
  /** The title inside a sentence: `public transport`. */
  readonly phrase: string
  /** The field of Area: `publicTransport`. */
  readonly field: string
  /** The beginning of its types: `PublicTransport`. */
  readonly Type: string
  /** The table of its figures: `public_transport_profile`. */
  readonly table: string
  /** The end of its settings: `PUBLIC_TRANSPORT`. */
  readonly VARIABLE: string
}

const namePattern = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/
const titlePattern = /^\p{L}[\p{L}\p{N} ,&'-]{0,59}$/u

/** What is wrong with the name of a subgraph, for the one who chose it; null where nothing is. */
export function faultOfName(name: string): string | null {
  if (namePattern.test(name) && name.length <= 40) return null
  return 'Expected lower-case words with hyphens between them, such as public-transport.'
}

/** The same for its title. */
export function faultOfTitle(title: string): string | null {
  if (titlePattern.test(title)) return null
  return 'Expected at most 60 letters, digits, spaces, commas, hyphens and apostrophes, beginning with a letter.'
}

/** A name and a title without faults. */
export function namesOf(name: string, title = titleFrom(name)): SubgraphNames {
  const words = name.split('-')
  const Type = words.map(capitalised).join('')
  return {
    name,
    title,
    phrase: title.charAt(0).toLowerCase() + title.slice(1),
    field: Type.charAt(0).toLowerCase() + Type.slice(1),
    Type,
    table: `${words.join('_')}_profile`,
    VARIABLE: words.join('_').toUpperCase(),
  }
}

function titleFrom(name: string): string {
  return capitalised(name.replaceAll('-', ' '))
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
