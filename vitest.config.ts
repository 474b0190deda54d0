/**
 * Every test of every workspace, sized for two cores: those that take long (`*.long.test.ts`) run by `npm run test:long`, benchmarks by
 * `npm run bench`. Limits are generous: a test that hangs is found, one on a loaded machine is left to end.
 */
import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const long = '**/*.long.test.ts'
const outside = ['**/node_modules/**', 'test/bench/**']

export default defineConfig(({ mode }) => ({
  // Apollo's packages require graphql's CommonJS build; a second, ES copy beside it breaks `instanceof`.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: mode === 'long' ? [long] : ['**/test/**/*.test.ts'],
    exclude: mode === 'long' ? outside : [...outside, long],
    globalSetup: 'test/run-folder.ts',
    pool: 'forks',
    // A process runs many files, and loads the hub once: loading it for each takes as long as the tests themselves.
    isolate: false,
    // One more than the cores, for many wait for processes that they started.
    maxWorkers: 3,
    testTimeout: mode === 'long' ? 600_000 : 180_000,
    hookTimeout: mode === 'long' ? 600_000 : 180_000,
    env: { APOLLO_TELEMETRY_DISABLED: '1' },
  },
}))
