# %% [markdown]
# # Neighbourhoods of one municipality: a map and a correlation
#
# Asks a hub that runs (`npm start`; another one by the variable HUB) for a table of every neighbourhood: the average WOZ value and the share of
# dwellings that housing corporations own. It takes Amsterdam in 2019 where that is loaded (`npm run import -- FILE` of the CBS's key figures), and else a
# municipality of the synthetic country, whose figures are invented. Needs pandas, and nothing else.

# %%
import json
import os
from io import StringIO
from urllib.request import Request, urlopen

import pandas as pd

HUB = os.environ.get("HUB", "http://127.0.0.1:4000")
FOLDER = os.environ.get("OUTPUT", ".")


def post(path, accept, query, variables):
    """The body of the answer to an operation. Raises HTTPError where the hub refuses it, and says why."""
    request = Request(
        HUB + path,
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={"content-type": "application/json", "accept": accept, "x-hub-client": "notebook"},
    )
    with urlopen(request) as response:
        return response.read().decode(), response.url


# %% [markdown]
# ## Which municipality

# %%
IS_LOADED = "query ($code: ID!) { municipality(code: $code) { name housing(period: 2019) { averageWozValue } } }"
answer, _ = post("/graphql", "application/graphql-response+json", IS_LOADED, {"code": "GM0363"})
amsterdam = json.loads(answer)["data"]["municipality"]
has_amsterdam = bool(amsterdam and amsterdam["housing"] and amsterdam["housing"]["averageWozValue"])
CODE, PERIOD = ("GM0363", 2019) if has_amsterdam else ("GM9001", 2024)
print("Municipality", CODE, "in", PERIOD, "" if has_amsterdam else "(synthetic: invented figures)")

# %% [markdown]
# ## The table
#
# Sent to `/q`, the question gets an address, which is printed: the same question has the same one. Where a figure is missing the column with its
# status says why, and pandas has no value; never take it for zero.

# %%
QUERY = """query Neighbourhoods($code: ID!, $period: Int) { municipality(code: $code) { neighbourhoods { nodes {
  code name district { code name }
  housing(period: $period) { woz: averageWozValue corporations: housingCorporationShare } } } } }"""
text, address = post("/q", "text/csv", QUERY, {"code": CODE, "period": PERIOD})
frame = pd.read_csv(StringIO(text), dtype={"code": "string", "district_code": "string"})
print(len(frame), "neighbourhoods from", address)
print(frame.woz_status.value_counts().to_string())

# %% [markdown]
# ## A correlation
#
# Spearman's, of the neighbourhoods that have both figures. What lies together need not have one cause.

# %%
pairs = frame.dropna(subset=["woz", "corporations"])
rho = pairs.woz.rank().corr(pairs.corporations.rank())
print(f"Spearman {rho:.3f} over {len(pairs)} pairs; {len(frame) - len(pairs)} neighbourhoods lack a figure")

# %% [markdown]
# ## A map
#
# A row of squares for each district, in the order of their codes, the darker the higher the WOZ value; grey where it is missing. It is a map of tiles: the
# hub has no boundaries.

# %%
SIDE = 16
ranks = frame.woz.rank(pct=True)
parts, columns = [], 0
districts = sorted(frame.district_code.unique())
for row, district in enumerate(districts):
    tiles = frame[frame.district_code == district].sort_values("code")
    columns = max(columns, len(tiles))
    for column, (index, tile) in enumerate(tiles.iterrows()):
        colour = "#bbb" if pd.isna(tile.woz) else f"hsl(210 60% {90 - 60 * ranks[index]:.0f}%)"
        told = tile.woz_status if pd.isna(tile.woz) else f"{tile.woz:,.0f} euro"
        label = f"{tile['name']}: {told}".replace("&", "&amp;").replace("<", "&lt;")
        parts.append(
            f'<rect x="{column * SIDE}" y="{row * SIDE}" width="{SIDE - 1}" height="{SIDE - 1}" fill="{colour}"><title>{label}</title></rect>'
        )
file = os.path.join(FOLDER, "neighbourhoods.svg")
with open(file, "w", encoding="utf-8") as svg:
    size = f'width="{columns * SIDE}" height="{len(districts) * SIDE}"'
    svg.write(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>\n')
print("Map of", len(parts), "tiles in", file)
