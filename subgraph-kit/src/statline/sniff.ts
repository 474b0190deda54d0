/**
 * What kind of file some bytes are, by their beginning. What can never be a table is refused by name.
 */
import { ImportRefused } from './table.ts'

export type Kind = 'workbook' | 'json' | 'csv'

const again = 'Download the file itself, not the page it is on.'

export function sniff(origin: string, bytes: Buffer): Kind {
  const start = bytes.subarray(0, 512).toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('\xd0\xcf\x11\xe0')) return 'workbook'
  if (start.startsWith('%PDF')) throw new ImportRefused(origin, 'it is a PDF', 'Download the table as CSV.')
  if (start.startsWith('\x1f\x8b')) throw new ImportRefused(origin, 'it is packed (gzip)', 'Unpack it first.')
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(?:!doctype html|html|head|body|!--)/i.test(text)) {
    throw new ImportRefused(origin, 'it is a web page (HTML), not a table', again)
  }
  if (text.startsWith('<')) throw new ImportRefused(origin, 'it is XML, not a table', 'Download it as CSV.')
  if (text === '' && bytes.length <= 512) {
    throw new ImportRefused(origin, 'the file holds nothing but blanks', 'Download it again.')
  }
  return text.startsWith('{') || text.startsWith('[') ? 'json' : 'csv'
}
