/** One HTTP request and its response, with what the server knows of the client and of itself. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Gateway } from '../operation/gateway.ts'
import type { Authenticate } from '../access/authenticate.ts'
import type { HeavyLane } from '../processes/heavy-process.ts'
import type { Previews } from '../releases/previews.ts'
import type { FigureStore } from '../figure-files/figure-store.ts'
import type { KeptTables } from '../kept-tables/kept-tables.ts'
import type { SavedTables } from '../tables/saved-tables.ts'
import type { ReleaseHistory } from '../releases/release-history.ts'
import type { Logger } from '../telemetry/log.ts'
import type { NetworkOfRequest } from './client-network.ts'
import type { DemoTokens } from './demo-endpoint.ts'
import type { HeavyQueue } from './heavy-queue.ts'

export interface ServerOptions {
  readonly logger: Logger
  readonly allowedOrigins?: readonly string[]
  /** Where the explorer gets tokens; none in production. */
  readonly demo?: DemoTokens | undefined
  /** Whether the process is ending: it is then not ready, and every answer closes its connection. */
  readonly draining?: () => boolean
  /** What new requests wait for, if anything. */
  readonly held?: () => Promise<void> | undefined
  /** Who asks for a page, without a purpose; everyone is the public by default. */
  readonly identify?: Authenticate | undefined
  /** What `/schema` shows; without it there is no such page. */
  readonly history?: ReleaseHistory | undefined
  /** What answers requests for a preview; without it these are refused. */
  readonly previews?: Previews | undefined
  /** The https base URL that the public knows the hub by. */
  readonly publicUrl?: URL | undefined
  /** Where tables that clients sent are kept; in this process by default. */
  readonly savedTables?: SavedTables
  /** Where tables are kept that were given; they are not where there is none. */
  readonly keptTables?: KeptTables | undefined
  /** Where the files of all figures are; there are none where there is no such place. */
  readonly figureFiles?: FigureStore | undefined
  /** The text at /.well-known/security.txt; none where nobody is named. */
  readonly securityText?: string | undefined
  /** Whether language models may use the tools at /mcp; they may by default. */
  readonly hasMcp?: boolean
  /** Whom to ask for more than the limits allow; nobody in particular by default. */
  readonly contact?: string | undefined
  /** Where clients are; by default where their connections come from. */
  readonly networkOf?: NetworkOfRequest
  /** Objects that another process of this hub counted for a request before it passed it here; none by default. */
  readonly countedOf?: (request: IncomingMessage) => number
  /** Where heavy operations are answered; here by default. */
  readonly lane?: HeavyLane | undefined
  /** The turns that operations take; without one they are answered as they come. */
  readonly queue?: HeavyQueue | undefined
}

export interface Exchange extends Required<
  Omit<
    ServerOptions,
    | 'demo'
    | 'lane'
    | 'queue'
    | 'networkOf'
    | 'countedOf'
    | 'held'
    | 'securityText'
    | 'contact'
    | 'history'
    | 'previews'
    | 'publicUrl'
    | 'identify'
    | 'keptTables'
    | 'figureFiles'
  >
> {
  readonly demo: DemoTokens | undefined
  readonly identify: Authenticate
  readonly history: ReleaseHistory | undefined
  readonly previews: Previews | undefined
  readonly publicUrl: URL | undefined
  readonly securityText: string | undefined
  readonly keptTables: KeptTables | undefined
  readonly figureFiles: FigureStore | undefined
  readonly contact: string | undefined
  readonly lane: HeavyLane | undefined
  readonly queue: HeavyQueue | undefined
  /** Objects that another process of this hub counted for this request. */
  readonly counted: number
  /** The network that the client is in. */
  readonly from: string
  readonly gateway: Gateway
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly path: string
  /** The query string, with its `?`. */
  readonly search: string
}

export type Route = (exchange: Exchange) => void | Promise<void>
