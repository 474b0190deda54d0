/** Transactions of knex, with what is done last in each and with faults of the database translated. */
import type { Knex } from 'knex'
import type { LastAct } from './contract.ts'

/** knex writes faults to the console, addresses included; they come out as HubError instead. */
const nothing = () => undefined
export const silent: Knex.Logger = { warn: nothing, error: nothing, deprecate: nothing, debug: nothing }

/** The transaction does these before it is committed. */
export function ending(
  transaction: Knex.Transaction,
  lastActs: readonly LastAct[],
  period: number | undefined,
): Knex.Transaction {
  const commit = transaction.commit.bind(transaction)
  return Object.assign(transaction, {
    commit: async () => {
      for (const act of lastActs) await act(transaction, period)
      await commit()
    },
  })
}

export async function begin(knex: Knex, translate: (error: unknown) => unknown): Promise<Knex.Transaction> {
  try {
    return await knex.transaction()
  } catch (error) {
    throw translate(error)
  }
}

export async function transact<T>(
  knex: Knex,
  translate: (error: unknown) => unknown,
  lastActs: readonly LastAct[],
  act: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await knex.transaction(async (transaction) => {
      const done = await act(transaction)
      for (const last of lastActs) await last(transaction)
      return done
    })
  } catch (error) {
    throw translate(error)
  }
}
