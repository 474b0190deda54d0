/** Metrics that were renamed: the former names count on for one release, and their HELP texts say what to use. */
import { expect, it } from 'vitest'
import { createMetrics } from '../src/telemetry/metrics.ts'

it('a former name counts the same as the present one, and its HELP text names that', async () => {
  const metrics = createMetrics()
  metrics.apolloExecutor('introspection')
  metrics.request({ operation: 'other', endpoint: 'graphql', status: 200, seconds: 0.01, failed: false })
  const { text } = await metrics.text()
  expect(text).toContain('hub_apollo_executor_total{reason="introspection"} 1')
  expect(text).toContain('hub_stock_executor_total{reason="introspection"} 1')
  expect(text).toContain('# HELP hub_stock_executor_total Deprecated: use hub_apollo_executor_total.')
  expect(text).toContain('hub_requests_total{endpoint="graphql",door="graphql",status="200",errors="no"} 1')
  expect(text).toMatch(/# HELP hub_requests_total .*The label door is deprecated: use endpoint\./)
})
