/**
 * How the tools of data scientists open a table: a few lines for each, with the address of the table in place of `{csv}`, `{parquet}` or `{xlsx}`. The
 * explorer shows them, and a test runs each where its tool is there.
 */
export interface Snippet {
  readonly id: string
  readonly label: string
  readonly text: string
}

export const snippets: readonly Snippet[] = [
  { id: 'curl', label: 'curl', text: `curl --fail --silent --show-error --output table.csv '{csv}'` },
  {
    id: 'pandas',
    label: 'Python (pandas)',
    text: `import pandas as pd\n\nframe = pd.read_parquet("{parquet}", dtype_backend="numpy_nullable")`,
  },
  {
    id: 'polars',
    label: 'Python (polars)',
    text: `from io import BytesIO\nfrom urllib.request import urlopen\n\nimport polars as pl\n\nframe = pl.read_parquet(BytesIO(urlopen("{parquet}").read()))`,
  },
  { id: 'r', label: 'R', text: `frame <- read.csv("{csv}", na.strings = "")` },
  { id: 'r-arrow', label: 'R (arrow)', text: `frame <- arrow::read_parquet("{parquet}")` },
  {
    id: 'duckdb',
    label: 'DuckDB',
    text: `curl --fail --silent --show-error --output table.parquet '{parquet}'\nduckdb -c "SELECT * FROM 'table.parquet'"`,
  },
  {
    id: 'excel',
    label: 'Excel',
    text: `= Table.PromoteHeaders(Csv.Document(Web.Contents("{csv}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]))`,
  },
]

/** The lines for a table: `addressOf` gives its address in a format. */
export function snippetText({ text }: Snippet, addressOf: (format: string) => string): string {
  return text.replaceAll(/\{(csv|parquet|xlsx)\}/g, (_, format: string) => addressOf(format))
}
