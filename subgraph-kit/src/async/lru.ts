/**
 * Keeps what was used last, bounded by number and by weight. A use is only marked: what is the oldest and was used since it was last looked at
 * is passed over once, and what was not goes. So finding costs one look, and what is used again and again stays.
 */
interface Entry<Value> {
  readonly value: Value
  readonly weight: number
  wasUsed: boolean
}

export class Lru<Key, Value> {
  readonly #entries = new Map<Key, Entry<Value>>()
  #weight = 0

  constructor(
    readonly most: number,
    readonly heaviest: number,
  ) {}

  get size(): number {
    return this.#entries.size
  }

  get weight(): number {
    return this.#weight
  }

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    entry.wasUsed = true
    return entry.value
  }

  set(key: Key, value: Value, weight: number): void {
    this.delete(key)
    if (weight > this.heaviest) return
    this.#entries.set(key, { value, weight, wasUsed: false })
    this.#weight += weight
    this.#shrink()
  }

  delete(key: Key): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#weight -= entry.weight
    this.#entries.delete(key)
  }

  #shrink(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= this.most && this.#weight <= this.heaviest) return
      this.#entries.delete(key)
      if (entry.wasUsed) {
        entry.wasUsed = false
        this.#entries.set(key, entry)
      } else this.#weight -= entry.weight
    }
  }
}
