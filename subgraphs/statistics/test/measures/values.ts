/** Short ways to write figures in a test. */
export const valuesOf = (...numbers: readonly number[]): Float64Array => Float64Array.from(numbers)
