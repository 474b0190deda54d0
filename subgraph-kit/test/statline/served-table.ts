/** A small table that a server serves as the CBS does, and how it is opened; servers are closed after each test. */
import { afterEach } from 'vitest'
import { openOdata, type OpenOdataOptions } from '../../src/statline/odata.ts'
import { ImportRefused } from '../../src/statline/table.ts'
import { startCbs, type CbsServer, type CbsTable } from './cbs-server.ts'

export const keys = [
  'Gemeentenaam_1',
  'SoortRegio_2',
  'Codering_3',
  'AantalInwoners_5',
  'Appartement_54',
  'Appartement_62',
]

export function recordOf(code: string, ID: number): Readonly<Record<string, unknown>> {
  const padded = code.padEnd(10)
  const attributes = { Gemeentenaam_1: 'Testdorp'.padEnd(40), SoortRegio_2: 'Buurt     ', Codering_3: padded }
  return {
    ID,
    WijkenEnBuurten: padded,
    ...attributes,
    AantalInwoners_5: ID * 5,
    Appartement_54: null,
    Appartement_62: 1.5,
  }
}

export const municipality = (gm: string) => [
  `GM${gm}`,
  `WK${gm}01`,
  ...Array.from({ length: 20 }, (_, at) => `BU${gm}01${String(at).padStart(2, '0')}`),
]

export const small: CbsTable = {
  id: '85984NED',
  infos: { Title: 'Kerncijfers wijken en buurten 2024', Period: '2024' },
  keys,
  records: ['NL00', ...municipality('0344'), ...municipality('0599')].map(recordOf),
}

export const quick = { pageSize: 10, firstPauseMs: 1, longestPauseMs: 20, deadlineMs: 2000 }

const servers: CbsServer[] = []

export async function start(table: CbsTable = small): Promise<CbsServer> {
  const server = await startCbs(table)
  servers.push(server)
  return server
}

export const open = (server: CbsServer, options: Partial<OpenOdataOptions> = {}) =>
  openOdata('85984NED', { baseUrl: server.url, limits: quick, ...options })

export async function messageOf(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.catch((caught: unknown) => caught)
  if (error instanceof ImportRefused) return error.message
  throw error instanceof Error ? error : new Error('it was opened')
}

/** Closes them after each test of the file that calls this. */
export function closeAfterEach(): void {
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()))
  })
}
