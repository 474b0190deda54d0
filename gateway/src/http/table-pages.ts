/** One page of a table after another, each an operation on the path of all others. */
import { partOfTable, type AskedTable } from '../tables/asked-table.ts'
import type { TablePlan } from '../tables/plan.ts'
import { wholeData } from '../tables/problem.ts'
import type { ReadPage } from '../tables/read-table.ts'
import { inTurn } from './answer-request.ts'
import { requestOptionsOf } from './caller-headers.ts'
import type { Exchange } from './exchange.ts'

/** Objects of this request: those that were counted elsewhere and are not to be counted again, and those that were counted here. */
export interface Spent {
  counted: number
  taken: number
}

export function pageReader(exchange: Exchange, asked: AskedTable, plan: TablePlan, spent: Spent): ReadPage {
  const { gateway, response } = exchange
  const options = requestOptionsOf(exchange)
  return async (page) => {
    if (response.destroyed) throw new Error('The client is gone')
    const objects = Math.max(0, page.objects - spent.counted)
    spent.counted -= page.objects - objects
    spent.taken += objects
    const part = { ...partOfTable(asked, plan), ...page, objects }
    const answer = await inTurn(exchange, () => gateway.answerPart(part, options))
    if (page.isFirst) {
      response.setHeader('x-hub-trace', answer.traceId)
      for (const [name, value] of answer.headers)
        if (name.startsWith('ratelimit')) response.setHeader(name, value)
    }
    return wholeData(answer)
  }
}
