/** The part of saxen, which has no types of its own, that is used here. */
declare module 'saxen' {
  type Decode = (text: string) => string

  export class Parser {
    on(
      event: 'openTag',
      act: (name: string, attributes: () => Readonly<Record<string, string>>, decode: Decode) => void,
    ): this
    on(event: 'closeTag', act: (name: string) => void): this
    on(event: 'text', act: (text: string, decode: Decode) => void): this
    on(event: 'cdata', act: (text: string) => void): this
    on(event: 'error', act: (error: Error) => void): this
    write(xml: string): this
    end(): void
  }
}
