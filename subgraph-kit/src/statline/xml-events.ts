/**
 * XML as it streams in: elements by their local names, for makers of workbooks choose prefixes of their own. What is no well-formed XML
 * throws BadXml. Which elements mean what is the caller's.
 */
import { Parser } from 'saxen'

export class BadXml extends Error {}

/** What a reader of one kind of file listens to. */
export interface XmlListener {
  open(name: string, attributes: () => Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/** Tells the listener of each part, and then lets the caller take what it has gathered. */
export async function* readXml(parts: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new Parser()
    .on('openTag', (name, attributes, decode) => {
      listener.open(local(name), () => decoded(attributes(), decode))
    })
    .on('closeTag', (name) => {
      listener.close(local(name))
    })
    .on('text', (text, decode) => {
      listener.text(text.includes('&') ? decode(text) : text)
    })
    .on('cdata', (text) => {
      listener.text(text)
    })
    .on('error', (error) => {
      throw new BadXml(error.message)
    })
  for await (const part of parts) {
    parser.write(decode(decoder, part))
    yield
  }
  parser.write(decode(decoder, undefined))
  parser.end()
  yield
}

/** The whole of a small file. */
export async function readWholeXml(parts: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const steps = readXml(parts, listener)
  while (!(await steps.next()).done);
}

function decode(decoder: TextDecoder, part: Buffer | undefined): string {
  try {
    return decoder.decode(part, { stream: part !== undefined })
  } catch {
    throw new BadXml('it is not UTF-8')
  }
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function decoded(
  attributes: Readonly<Record<string, string>>,
  decode: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.values(attributes).some((value) => value.includes('&'))
    ? Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decode(value)]))
    : attributes
}
