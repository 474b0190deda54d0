/** What somebody may have meant by a name that is none, for the sentence that refuses it. */
import { closest, distance } from 'fastest-levenshtein'

/** ` Did you mean <name>?` with the nearest of the known names; empty where none is near. `asked` is short, for it is compared letter by letter. */
export function didYouMean(asked: string, known: readonly string[]): string {
  const [nearest] = known.length > 0 ? [closest(asked, [...known])] : []
  const isNear = nearest !== undefined && distance(asked, nearest) <= asked.length / 2
  return isNear ? ` Did you mean ${nearest}?` : ''
}
