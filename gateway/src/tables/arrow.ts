/** Arrow's stream format: a batch of records for each answer that is read. What columns mean is in the metadata of the schema and of each field. */
import {
  Bool,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
  type DataType,
} from 'apache-arrow'
import type { Column, Kind } from './columns.ts'
import { metadataOf, type Dictionary } from './dictionary.ts'
import type { Cell, Row } from './rows.ts'
import type { TableWriter } from './writer.ts'

/** What ends a stream: a message of no length. */
const endBytes = 8

export function arrowStream(columns: readonly Column[], dictionary: Dictionary): TableWriter {
  const { table, fields: described } = metadataOf(dictionary)
  const fields = columns.map(
    ({ name, kind }) => new Field(name, types[kind](), true, new Map(described.get(name))),
  )
  const schema = new Schema(fields, new Map(table))
  const struct = new Struct(fields)
  const batchOf = (rows: readonly Row[]): RecordBatch => {
    const children = fields.map(({ type }, index) => vectorFromArray(valuesAt(rows, index, type), type).data)
    const data = children.flatMap(([first]) => first ?? [])
    return new RecordBatch(
      schema,
      makeData({ type: struct, length: rows.length, nullCount: 0, children: data }),
    )
  }
  // Each batch is written as a stream of its own, between the same schema and the same end.
  const whole = (batch: RecordBatch): Uint8Array => tableToIPC(new Table(schema, [batch]), 'stream')
  const begin = tableToIPC(new Table(schema, []), 'stream').slice(0, -endBytes)
  return {
    begin: () => begin,
    rows: (batch) => (batch.length === 0 ? '' : whole(batchOf(batch)).subarray(begin.byteLength, -endBytes)),
    end: () => Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 0]),
  }
}

const types: Readonly<Record<Kind, () => DataType>> = {
  text: () => new Utf8(),
  int: () => new Int32(),
  float: () => new Float64(),
  boolean: () => new Bool(),
}

/** Text of every kind of identifier and enumeration as it is. */
function valuesAt(rows: readonly Row[], index: number, type: DataType): readonly Cell[] {
  const isText = type instanceof Utf8
  return rows.map((row) => {
    const value = row[index] ?? null
    return isText && value !== null ? String(value) : value
  })
}
