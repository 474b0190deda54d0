/**
 * Arrow's stream format: a batch of records for each answer that is read. A status is a dictionary, whose values are all sent before the first batch; what
 * columns mean is in the metadata of the schema and of each field.
 */
import {
  AsyncByteQueue,
  Bool,
  Dictionary as DictionaryType,
  Field,
  Float64,
  Int16,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  Vector,
  type Data,
  type DataType,
} from 'apache-arrow'
import { bitmapOf, numbersOf, textOf } from './arrow-columns.ts'
import type { Column } from './columns.ts'
import { metadataOf, type Dictionary } from './dictionary.ts'
import type { Row } from './rows.ts'
import type { TableWriter } from './writer.ts'

/** The cells of one column as Arrow holds them. */
type Encode = (rows: readonly Row[], index: number) => Data

export function arrowStream(columns: readonly Column[], dictionary: Dictionary): TableWriter {
  const { table, fields: described } = metadataOf(dictionary)
  const encoders = columns.map(encoderOf)
  const fields = columns.map(({ name }, index) => {
    const type: DataType = encoders[index]?.type ?? new Utf8()
    return new Field(name, type, true, new Map(described.get(name)))
  })
  const schema = new Schema(fields, new Map(table))
  const struct = new Struct(fields)
  const sink = new Parts()
  const writer = new RecordBatchStreamWriter({ autoDestroy: false })
  return {
    begin() {
      writer.reset(sink, schema)
      return sink.take()
    },
    rows(batch) {
      if (batch.length === 0) return ''
      const children = encoders.map(({ encode }, index) => encode(batch, index))
      writer.write(
        new RecordBatch(schema, makeData({ type: struct, length: batch.length, nullCount: 0, children })),
      )
      return sink.take()
    },
    end() {
      writer.finish()
      return sink.take()
    },
  }
}

/** Keeps what is written until it is taken. */
class Parts extends AsyncByteQueue {
  #parts: Uint8Array[] = []

  override write(value: Parameters<AsyncByteQueue['write']>[0]): void {
    if (value instanceof Uint8Array) this.#parts.push(value)
    else throw new Error('Arrow writes bytes')
  }

  take(): Uint8Array {
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    return bytes
  }
}

function encoderOf({ kind, statuses }: Column): { readonly type: DataType; readonly encode: Encode } {
  if (statuses.length > 0) return statusEncoder(statuses)
  if (kind === 'int') {
    const type = new Int32()
    return { type, encode: (rows, index) => makeData({ type, ...numbersOf(rows, index, Int32Array) }) }
  }
  if (kind === 'float') {
    const type = new Float64()
    return { type, encode: (rows, index) => makeData({ type, ...numbersOf(rows, index, Float64Array) }) }
  }
  if (kind === 'boolean') {
    const type = new Bool()
    const encode: Encode = (rows, index) =>
      makeData({
        type,
        length: rows.length,
        ...bitmapOf(rows, index),
        data: bitmapOf(rows, index, (cell) => cell === true).nullBitmap,
      })
    return { type, encode }
  }
  const type = new Utf8()
  return { type, encode: (rows, index) => makeData({ type, ...textOf(rows, index) }) }
}

function statusEncoder(statuses: readonly string[]): ReturnType<typeof encoderOf> {
  const type = new DictionaryType(new Utf8(), new Int16())
  const names = statuses.map((name) => [name])
  const dictionary = new Vector([makeData({ type: type.dictionary, ...textOf(names, 0) })])
  const places = new Map<unknown, number>(statuses.map((name, place) => [name, place]))
  return {
    type,
    encode(rows, index) {
      const data = new Int16Array(rows.length)
      for (let row = 0; row < rows.length; row += 1) {
        const place = places.get(rows[row]?.[index])
        if (place === undefined) throw new Error('A status is none of those that there are')
        data[row] = place
      }
      return makeData({ type, length: rows.length, nullCount: 0, data, dictionary })
    },
  }
}
