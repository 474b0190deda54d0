/** Serves this subgraph alone. */
import { serve } from '@samenhang/subgraph-kit/serve'
import { subgraph } from './index.ts'

await serve(subgraph)
