/**
 * JSON numbers that a double cannot hold, kept digit for digit from a subgraph to the client and to other
 * subgraphs. In memory such a number is a text with a prefix that no other process can know; `exactJson`
 * writes it as the number that it was.
 */
import { randomBytes } from 'node:crypto'

/** A control character is written escaped in JSON, so that the prefix inside a text differs from the prefix at its start. */
const digitsPrefix = `\u0001${randomBytes(12).toString('hex')}:`
const prefixed = new RegExp(`"\\\\u0001${digitsPrefix.slice(1)}([-+.\\deE]+)"`, 'g')
const escapedPrefix = `\\u0001${digitsPrefix.slice(1)}`
/** Texts are passed over whole: digits in them are no number. */
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g
const perhapsInexact = /[\d.]{16}|\d[eE][-+]?\d{2}/
let wereAny = false

/** The value of JSON. Throws where it is none. */
export function parseExactly(json: string): unknown {
  const value: unknown = JSON.parse(json)
  if (!perhapsInexact.test(json)) return value
  const exact = json.replace(textOrNumber, (part) => {
    if (part.startsWith('"') || String(Number(part)) === part || !isLost(part)) return part
    return `"${escapedPrefix}${part}"`
  })
  if (exact === json) return value
  wereAny = true
  return JSON.parse(exact)
}

/** Whether a double stands for another number than these digits. */
function isLost(digits: string): boolean {
  return significant(digits) !== significant(Number(digits).toExponential())
    ? !Number.isFinite(Number(digits)) || digitsOf(digits).length >= 16
    : false
}

function digitsOf(number: string): string {
  return (number.split(/e/i)[0] ?? '').replaceAll(/[-.]/g, '').replace(/^0+/, '')
}

function significant(number: string): string {
  return digitsOf(number).replace(/0+$/, '')
}

/** The digits of a number that was kept so; undefined for any other value. */
export function exactDigits(value: unknown): string | undefined {
  return wereAny && typeof value === 'string' && value.startsWith(digitsPrefix)
    ? value.slice(digitsPrefix.length)
    : undefined
}

/** JSON with these numbers as they were. */
export function exactJson(json: string): string {
  return wereAny && json.includes(escapedPrefix) ? json.replace(prefixed, '$1') : json
}

/** A value for a subgraph in this process, which reads no JSON: these numbers as texts of their digits. */
export function withDigits<Value>(value: Value): Value {
  if (!wereAny || value === undefined) return value
  const json = JSON.stringify(value)
  return json.includes(escapedPrefix) ? (JSON.parse(json.replace(prefixed, '"$1"')) as Value) : value
}
