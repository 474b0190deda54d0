/**
 * Every setting of the hub, an environment variable each: what it is for and its default. `hub config`, the help of commands,
 * docs/settings.md and the messages about unknown names come from this table. Each is read and checked where it is used.
 */

/** Whom a setting is for. */
export const groups = {
  serving: 'Where and how the hub serves',
  data: 'Where the data are',
  access: 'Who may query, and what is logged',
  limits: 'What callers may use',
  other: 'For diagnosis',
} as const

export type Group = keyof typeof groups

export interface Setting {
  /** `<SUBGRAPH>` stands for the name of a subgraph in capitals, `LABOUR_MARKET`. */
  readonly name: string
  readonly group: Group
  /** What it says, without a full stop. */
  readonly about: string
  /** What holds where it is not set. */
  readonly usual: string
  /** Whether its value may hold a password, which nobody is shown. */
  readonly isSecret?: true
}

export const settings: readonly Setting[] = [
  { name: 'PORT', group: 'serving', about: 'the port of the graph; 0 takes a free one', usual: '4000' },
  {
    name: 'HOST',
    group: 'serving',
    about: 'the address to listen at; in demo mode one of this machine',
    usual: '127.0.0.1',
  },
  {
    name: 'HUB_ADMIN_PORT',
    group: 'serving',
    about: 'the port of probes and metrics: /live, /ready, /metrics',
    usual: 'PORT + 10',
  },
  {
    name: 'HUB_WORKERS',
    group: 'serving',
    about: 'processes that serve the graph, each of about 200 MB',
    usual: 'one for each core, 8 at most',
  },
  {
    name: 'HUB_PLANNING_PROCESSES',
    group: 'serving',
    about: 'processes of each worker that plan new operations, 1 to 8',
    usual: '2 where there are two cores, else 1',
  },
  {
    name: 'HUB_DRAIN_SECONDS',
    group: 'serving',
    about: 'seconds of notice to clients after SIGTERM',
    usual: '6',
  },
  {
    name: 'HUB_USAGE_SECONDS',
    group: 'serving',
    about: 'seconds after which counts of who uses what are stored in the registry; 0 counts nothing',
    usual: '10',
  },
  {
    name: 'HUB_REGISTRY_SECONDS',
    group: 'serving',
    about: 'seconds between checks of the registry for another release; PostgreSQL also notifies at once',
    usual: '2',
  },
  {
    name: 'HUB_ALLOWED_ORIGINS',
    group: 'serving',
    about: 'web pages that may query the graph from a browser: origins, separated by commas',
    usual: 'in demo mode http://localhost:*, in production none',
  },
  {
    name: 'HUB_PUBLIC_URL',
    group: 'serving',
    about: 'the public https address of the hub, for security.txt',
    usual: 'none',
  },
  {
    name: 'HUB_OPERATIONS_DIR',
    group: 'serving',
    about:
      'a folder of registered operations: .graphql, and .json manifests of Apollo, Relay or graphql-codegen',
    usual: 'only those of the hub',
  },
  {
    name: 'HUB_TRUSTED_ONLY',
    group: 'serving',
    about:
      'true: answer registered operations only, and others to tokens with the scope operations:ad-hoc; false: answer all',
    usual: 'false',
  },
  {
    name: 'HUB_MCP',
    group: 'serving',
    about:
      'on: language models may use the tools at /mcp, for open figures only; off: there is no such address',
    usual: 'on',
  },
  {
    name: 'HUB_ENTITY_CACHE_MB',
    group: 'serving',
    about: 'megabytes of each worker for cached answers, which an import invalidates',
    usual: '0',
  },
  {
    name: 'HUB_KEPT_TABLES_MB',
    group: 'serving',
    about:
      'megabytes in the data folder for tables that were given, which are then served from files, by parts and as they were before an import; 0 keeps none',
    usual: '2000',
  },
  {
    name: 'HUB_REFRESH_MINUTES',
    group: 'serving',
    about: 'minutes between checks whether results computed from figures are stale; 0 for never',
    usual: '0',
  },
  {
    name: 'HUB_EXECUTOR',
    group: 'serving',
    about: 'what runs query plans: engine, or apollo for Apollo’s executor',
    usual: 'engine',
  },
  {
    name: 'HUB_DATA_DIR',
    group: 'data',
    about: 'the folder of the databases',
    usual: '.hub in the repository',
  },
  {
    name: 'DATABASE_URL',
    group: 'data',
    about: 'PostgreSQL for every subgraph, a schema for each',
    usual: 'SQLite files in the data folder',
    isSecret: true,
  },
  {
    name: 'DATABASE_URL_<SUBGRAPH>',
    group: 'data',
    about: 'PostgreSQL for one subgraph',
    usual: 'DATABASE_URL',
    isSecret: true,
  },
  {
    name: 'REGISTRY_URL',
    group: 'data',
    about:
      'the registry of releases, consumers and usage: a file, or a PostgreSQL URL for its schema `registry`',
    usual: 'registry.db in HUB_DATA_DIR',
    isSecret: true,
  },
  {
    name: 'HUB_STATEMENT_SECONDS',
    group: 'data',
    about: 'seconds that one statement may read in PostgreSQL',
    usual: '10',
  },
  {
    name: 'HUB_SQLITE',
    group: 'data',
    about:
      'better-sqlite3, or sqlite3 where you installed that: then there are no logs of access, and data about people is withheld',
    usual: 'better-sqlite3',
  },
  {
    name: 'SUBGRAPH_URL_<SUBGRAPH>',
    group: 'data',
    about: 'the URL of a subgraph that is served elsewhere',
    usual: 'in this process',
  },
  {
    name: 'SUBGRAPH_WIRE',
    group: 'data',
    about: 'whether a subgraph served alone offers the hub a connection for all fetches: on or off',
    usual: 'on',
  },
  {
    name: 'CBS_ODATA_URL',
    group: 'data',
    about: 'the host of OData, v3 or v4, that published tables are read from (cbs:85984NED)',
    usual: 'the publisher of the table',
  },
  {
    name: 'HUB_MODE',
    group: 'access',
    about: 'demo, with synthetic people only, or production',
    usual: 'demo',
  },
  {
    name: 'HUB_SECURITY_CONTACT',
    group: 'access',
    about:
      'where to report a vulnerability, for /.well-known/security.txt: a mailto:, https: or tel: address',
    usual: 'none, and no security.txt',
  },
  {
    name: 'HUB_KEYS_DIR',
    group: 'access',
    about: 'the folder of the keys',
    usual: 'keys in the data folder; in demo mode made at the first start',
  },
  {
    name: 'HUB_TOKEN_ISSUER',
    group: 'access',
    about: 'the `iss` of the tokens that callers send',
    usual: 'in demo mode the hub itself',
  },
  {
    name: 'HUB_TOKEN_AUDIENCE',
    group: 'access',
    about: 'the `aud` that tokens for this hub have',
    usual: 'none',
  },
  {
    name: 'HUB_TOKEN_KEYS',
    group: 'access',
    about: 'the URL or the file of the issuer’s key set (JWKS)',
    usual: 'in demo mode the hub’s own',
  },
  {
    name: 'HUB_TOKEN_MAX_HOURS',
    group: 'access',
    about: 'hours that a token may be valid at most',
    usual: '24',
  },
  {
    name: 'HUB_RELEASE_TOKEN',
    group: 'access',
    about: 'the token for releasing slices, with the scope schema:release:<slice>',
    usual: 'in demo mode whoever owns the registry’s file may release',
    isSecret: true,
  },
  {
    name: 'HUB_REGISTER',
    group: 'access',
    about: 'the register of processing activities',
    usual: 'gateway/register/processing-activities.json',
  },
  {
    name: 'HUB_AUDIT_DIR',
    group: 'access',
    about: 'the folder of the logs of access',
    usual: 'the data folder',
  },
  {
    name: 'HUB_AUDIT_ANCHOR',
    group: 'access',
    about: 'the file with the ends of the logs; better on another disk',
    usual: 'audit.anchor beside the logs',
  },
  {
    name: 'HUB_SUBJECT_BUDGET',
    group: 'limits',
    about: 'different people whose data a caller may read in an hour',
    usual: '1000',
  },
  {
    name: 'HUB_CONTACT',
    group: 'limits',
    about:
      'whom callers ask for more than the limits allow, named at /limits: a mailto:, https: or tel: address',
    usual: 'none',
  },
  {
    name: 'HUB_OBJECTS_PER_MINUTE',
    group: 'limits',
    about: 'objects that a client may ask for in a minute; 0 for no limit',
    usual: '10000000; for clients at this machine no limit',
  },
  {
    name: 'HUB_TRUSTED_PROXIES',
    group: 'limits',
    about:
      'addresses and networks of proxies whose X-Forwarded-For says where a client is, separated by commas',
    usual: 'none',
  },
  {
    name: 'LOG_LEVEL',
    group: 'other',
    about: 'fatal, error, warn, info, debug, trace or silent',
    usual: 'warn on a terminal, else info',
  },
  {
    name: 'HUB_DEBUG',
    group: 'other',
    about: '1 shows where in the code an error occurred',
    usual: 'not shown',
  },
  {
    name: 'HUB_USAGE_FILE',
    group: 'other',
    about: 'a file to which a command writes the time and memory that it took, as JSON',
    usual: 'none',
  },
]
