/**
 * What is there now, or comes later. A read of SQLite is done at once: code that takes either need not wait for a promise then, and a request
 * that asks several such reads runs through without a pause.
 */
export type PromiseOrValue<Value> = Value | Promise<Value>

/** Goes on with the value: now where it is there, else when it comes. */
export function andThen<Value, Next>(
  value: PromiseOrValue<Value>,
  act: (value: Value) => PromiseOrValue<Next>,
): PromiseOrValue<Next> {
  return value instanceof Promise ? value.then(act) : act(value)
}

/** All of them: now where all are there. */
export function allOf<Value>(values: readonly PromiseOrValue<Value>[]): PromiseOrValue<readonly Value[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly Value[])
}
