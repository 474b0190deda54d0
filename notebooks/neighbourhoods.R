# Neighbourhoods of one municipality: a map and a correlation.
#
# Asks a hub that runs (`npm start`; another one by the variable HUB) for a table of every neighbourhood: the average WOZ value and the share of
# dwellings that housing corporations own. It takes Amsterdam in 2019 where that is loaded, and else a municipality of the synthetic country, whose
# figures are invented. Needs R alone; the table is asked by `curl`, since R itself reads addresses by GET only.

hub <- Sys.getenv("HUB", "http://127.0.0.1:4000")
folder <- Sys.getenv("OUTPUT", ".")

# The body of the answer to an operation, in a file. Stops where the hub refuses it.
post <- function(path, accept, body) {
  file <- tempfile()
  args <- c("--fail-with-body", "--silent", "--show-error", "--location", "--output", file,
            "--header", "content-type: application/json", "--header", paste("accept:", accept),
            "--header", "x-hub-client: notebook", "--data", body, paste0(hub, path))
  if (system2("curl", shQuote(args)) != 0) stop("The hub refused: ", paste(readLines(file, warn = FALSE), collapse = " "))
  file
}

# Which municipality.
is_loaded <- '{"query": "{ municipality(code: \\"GM0363\\") { housing(period: 2019) { averageWozValue } } }"}'
loaded <- readLines(post("/graphql", "application/graphql-response+json", is_loaded), warn = FALSE)
has_amsterdam <- any(grepl('"averageWozValue":[0-9]', loaded))
code <- if (has_amsterdam) "GM0363" else "GM9001"
period <- if (has_amsterdam) 2019 else 2024
cat("Municipality", code, "in", period, if (has_amsterdam) "" else "(synthetic: invented figures)", "\n")

# The table. Where a figure is missing the column with its status says why; never take it for zero.
query <- paste(
  "query Neighbourhoods($code: ID!, $period: Int) { municipality(code: $code) { neighbourhoods { nodes {",
  "code name district { code name }",
  "housing(period: $period) { woz: averageWozValue corporations: housingCorporationShare } } } } }")
body <- sprintf('{"query": "%s", "variables": {"code": "%s", "period": %d}}', query, code, period)
frame <- read.csv(post("/q", "text/csv", body), na.strings = "")
cat(nrow(frame), "neighbourhoods\n")
print(table(frame$woz_status))

# A correlation, of the neighbourhoods that have both figures. What lies together need not have one cause.
pairs <- frame[!is.na(frame$woz) & !is.na(frame$corporations), ]
rho <- cor(pairs$woz, pairs$corporations, method = "spearman")
cat(sprintf("Spearman %.3f over %d pairs; %d neighbourhoods lack a figure\n", rho, nrow(pairs), nrow(frame) - nrow(pairs)))

# A map of tiles: a row for each district, the darker the higher the WOZ value, grey where it is missing. The hub has no boundaries.
districts <- sort(unique(frame$district_code))
frame <- frame[order(frame$district_code, frame$code), ]
frame$row <- match(frame$district_code, districts)
frame$column <- ave(seq_len(nrow(frame)), frame$district_code, FUN = seq_along)
shade <- 0.9 - 0.6 * rank(frame$woz, na.last = "keep") / sum(!is.na(frame$woz))
frame$colour <- "#bbbbbb"
has_woz <- !is.na(frame$woz)
frame$colour[has_woz] <- hsv(0.58, 0.6, shade[has_woz])
file <- file.path(folder, "neighbourhoods-r.pdf")
pdf(file, width = max(frame$column) / 4 + 1, height = length(districts) / 4 + 1)
par(mar = c(0, 0, 0, 0))
plot(c(0, max(frame$column)), c(-length(districts), 0), type = "n", axes = FALSE, asp = 1)
rect(frame$column - 1, -frame$row, frame$column - 0.05, -frame$row + 0.95, col = frame$colour, border = NA)
invisible(dev.off())
cat("Map of", nrow(frame), "tiles in", file, "\n")
