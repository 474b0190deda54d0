/**
 * Dutch beside English in a description of the schema: its last paragraph is `NL: Label. A sentence or more.` One convention for the values of all
 * enums, which who reads the schema can read too. Who checks that it is there is the composer; who answers it, the gateway.
 */

/** What a description says, by language. */
export interface Words {
  /** All but the Dutch paragraph, on one line. */
  readonly english: string
  /** Null where the description has no such paragraph. */
  readonly dutch: { readonly label: string; readonly sentences: string } | null
}

/** The label ends at the first full stop that a space follows, so that "Per 1.000 inwoners" is one. */
const dutchParagraph = /(?:^|\n)[ \t]*NL:\s+([\s\S]+?)\.\s+([\s\S]*\S)\s*$/

/** A description taken apart. */
export function wordsIn(description: string): Words {
  const [paragraph, label, sentences] = dutchParagraph.exec(description) ?? []
  if (paragraph === undefined || label === undefined || sentences === undefined)
    return { english: onOneLine(description), dutch: null }
  return {
    english: onOneLine(description.slice(0, -paragraph.length)),
    dutch: { label: onOneLine(label), sentences: onOneLine(sentences) },
  }
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
