import { readFileSync } from 'node:fs'
import { repairSupergraph } from '/work/wt-planning/gateway/src/engine/repair.ts'
import { readPolicy } from '/work/wt-planning/gateway/src/access/policy.ts'
import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import { parse } from 'graphql'
const sdl = repairSupergraph(
  readPolicy(readFileSync('/work/wt-planning/schema/supergraph.graphql', 'utf8')).sdl,
).sdl
const supergraph = Supergraph.build(sdl, { validateSupergraph: false })
const api = supergraph.apiSchema()
const opts = JSON.parse(process.argv[2] ?? '{}')
const planner = new QueryPlanner(supergraph, opts)
const nest = (n: number): string => (n === 0 ? '' : `pressure { area { care { period } ${nest(n - 1)} } }`)
const count = (node: any): number =>
  !node
    ? 0
    : node.kind === 'Fetch'
      ? 1
      : node.kind === 'Flatten'
        ? count(node.node)
        : (node.nodes ?? (node.node ? [node.node] : [])).reduce((a: number, b: any) => a + count(b), 0)
for (const n of [Number(process.argv[3])]) {
  const t = performance.now()
  const plan: any = planner.buildQueryPlan(
    operationFromDocument(api, parse(`{ areas(codes: ["GM9001"]) { care { period } ${nest(n)} } }`), {
      validate: false,
    }),
  )
  console.log(
    n,
    Math.round(performance.now() - t),
    'ms',
    count(plan.node),
    'fetches',
    JSON.stringify((planner as any).lastGeneratedPlanStatistics()),
  )
  if (performance.now() - t > 3000) break
}
