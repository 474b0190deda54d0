/** `hub start`: the whole graph, served from this machine. */
import { Command } from 'commander'

export const command = (): Command =>
  new Command('start')
    .description('Serve the graph. At first start the embedded synthetic data are made.')
    .addHelpText('after', examples)
    .action(async () => {
      const { start } = await import('../start.ts')
      await start(process.env)
    })

const examples = `
What is served is told on stdout in plain words; logs go to stderr, one line of JSON a request.

Environment:
  PORT, HOST      where to listen (default: 4000, 127.0.0.1)
  HUB_ALLOWED_ORIGINS   web pages that may ask from a browser: origins, separated by commas (default: in demo mode
                        http://localhost:*, any port of this machine; in production none)
  HUB_DATA_DIR    folder of the databases (default: .hub in the repository)
  DATABASE_URL, DATABASE_URL_<SUBGRAPH>   PostgreSQL instead
  HUB_STATEMENT_SECONDS                   how long one statement may read there (default: 10)
  HUB_SQLITE      better-sqlite3 or sqlite3, where you installed that (default: better-sqlite3); with sqlite3 there are
                  no logs of access, so data about people are withheld
  SUBGRAPH_URL_<SUBGRAPH>                 a subgraph served elsewhere, such as SUBGRAPH_URL_CARE
  HUB_REFRESH_MINUTES                     compute anew what follows from the figures, every so often (default: 0, never)
  HUB_OPERATIONS_DIR    folder of registered operations (.graphql, and .json manifests of Apollo,
                        Relay or graphql-codegen), asked at /operations/<id> or by documentId
  HUB_ENTITY_CACHE_MB   memory for answers that an import makes void (default: 0)
  HUB_PLANNING_PROCESSES  processes that plan new operations (default: 2 where there are two cores, else 1)
  HUB_WORKERS           processes that serve the graph (default: one for each core, 8 at most)
  HUB_ADMIN_PORT        probes and metrics: /live, /ready, /metrics (default: PORT + 10)
  HUB_DRAIN_SECONDS     seconds of notice to clients after SIGTERM (default: 6)
  HUB_OBJECTS_PER_MINUTE  objects that a client may ask for in a minute (default: 10,000,000; for clients at this
                        machine no limit); 0 for no limit
  HUB_TRUSTED_PROXIES   addresses and networks whose X-Forwarded-For is believed, separated by commas (default: none)
  HUB_EXECUTOR          engine or stock: what runs query plans (default: engine)
  LOG_LEVEL       debug, info, warn, error or silent (default: warn on a terminal, else info)

Examples:
  hub start
  PORT=8080 LOG_LEVEL=info hub start`
