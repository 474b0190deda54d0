/**
 * Plans for Apollo's executor, made in a planning process beforehand: where the executor finds a plan here it
 * does not plan in this process and so delays no other request. Bounded in bytes.
 */
import { createHash } from 'node:crypto'
import type { QueryPlan } from '@apollo/query-planner'
import { Lru } from '@samenhang/subgraph-kit/lru'

export interface PlanStore {
  get(key: string): Promise<QueryPlan | undefined>
  set(key: string, plan: QueryPlan): Promise<void>
  delete(key: string): Promise<boolean>
  clear(): void
  /** Makes the plan of this key where it is not here; `make` gives null where Apollo must plan by itself. */
  fill(key: string, make: () => Promise<QueryPlan | null>): Promise<void>
}

const most = { plans: 500, bytes: 4_000_000 }

export function planStore(): PlanStore {
  let plans = new Lru<string, QueryPlan>(most.plans, most.bytes)
  const keep = (key: string, plan: QueryPlan): void =>
    plans.set(key, plan, 1_000 + 4 * JSON.stringify(plan).length)
  return {
    get: async (key) => plans.get(key),
    set: async (key, plan) => keep(key, plan),
    async delete(key) {
      plans.delete(key)
      return true
    },
    clear() {
      plans = new Lru(most.plans, most.bytes)
    },
    async fill(key, make) {
      if (plans.get(key)) return
      const plan = await make()
      if (plan) keep(key, plan)
    },
  }
}

/** The key under which Apollo's gateway looks for the plan of a text. */
export function keyOfPlan(queryHash: string, operationName: string | undefined): string {
  return operationName
    ? createHash('sha256').update(queryHash).update(operationName).digest('hex')
    : queryHash
}
