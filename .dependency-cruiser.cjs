/**
 * How imports may go (docs/ARCHITECTURE.md). No circle of files, and none of rooms: a room is a folder, and of two rooms one at most imports the
 * other. `npm run check` holds it.
 */
const gatewayRooms = [
  // Each may import those after it.
  'http',
  'mcp',
  'openapi',
  'pages',
  'releases',
  'figure-files',
  'kept-tables',
  'tables',
  'operation',
  'explain',
  'usage',
  'audit',
  'limits',
  'processes',
  'subgraph-sources',
  'access',
  'engine',
  'telemetry',
  'json',
]
const engineRooms = ['run', 'compile', 'planning', 'supergraph', 'document']

const schemaRooms = ['release', 'registry']

const inOrder = (folder, rooms) =>
  rooms.flatMap((room, index) =>
    index === 0
      ? []
      : [
          {
            name: `${folder}/${room} is below`,
            severity: 'error',
            from: { path: `^${folder}/${room}/` },
            to: { path: `^${folder}/(?:${rooms.slice(0, index).join('|')})/` },
          },
        ],
  )

module.exports = {
  forbidden: [
    { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
    ...inOrder('gateway/src', gatewayRooms),
    ...inOrder('gateway/src/engine', engineRooms),
    ...inOrder('schema', schemaRooms),
    {
      name: 'the engine knows no gateway',
      severity: 'error',
      from: { path: '^gateway/src/engine/' },
      to: { path: '^gateway/src/(?!engine/|json/)' },
    },
    {
      name: 'rooms know no root',
      severity: 'error',
      from: { path: '^gateway/src/[^/]+/' },
      to: { path: '^gateway/src/[^/]+\\.ts$' },
    },
    {
      name: 'the kit knows no gateway and no subgraph',
      severity: 'error',
      from: { path: '^subgraph-kit/src/' },
      to: { path: '^(?:gateway|subgraphs|cli)/' },
    },
    {
      name: 'the registry stores and does not compose',
      severity: 'error',
      from: { path: '^schema/registry/' },
      to: { path: '^(?:gateway|cli|subgraphs|schema/(?!registry/))|@apollo/' },
    },
    {
      name: 'subgraphs know neither each other nor the gateway',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/src/' },
      to: { path: '^(?:gateway|cli|subgraphs/(?!$1/))' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
