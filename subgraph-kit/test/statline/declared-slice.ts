/**
 * A slice with sources that exist for tests only: scores by year with limits in rows, items that are counted, topics under several groups, figures
 * of several categories, and a table of the country alone.
 */
import { parse } from 'graphql'
import { readProfiles } from '../../src/figures/indicator.ts'
import { mergeSources, sharedSources } from '../../src/schema/declared-source.ts'

export const profiles = readProfiles(
  parse(`
    type Area { code: ID!  scores: ScoreProfile  points: PointProfile  near: NearProfile  help: HelpProfile  nation: NationProfile }
    type ScoreProfile @source(
      name: "SCORES", title: "Scores {year}", publisher: "A publisher", licence: "CC0 1.0", kind: MODELLED_ESTIMATE
      tables: ["70001NED", "70002NED boundaries 2025"]
      recognisedBy: [["Leeftijd", "Marges", "Goed"], ["goed_score"]]
      codeColumns: ["wk_code"], periodColumn: "jaar"
      dimensions: ["Leeftijd=20300|18 jaar of ouder", "Marges=MW00000 lower MOG0095 upper MBG0095"]
    ) {
      good: Float @indicator(unit: SCORE, source: "SCORES", columns: ["Goed", "goed_score", "Welzijn/Goed/Score"], minimum: null, decimals: 3)
      better: Float @indicator(unit: SCORE, source: "SCORES", columns: ["Beter"], minimum: null)
      all: Float @indicator(unit: SCORE, source: "SCORES", columns: ["Alles"], minimum: null, sumOf: ["good", "better"])
    }
    type PointProfile @source(
      name: "POINTS", title: "Points {year}", publisher: "Another", licence: "CC0 1.0"
      tables: ["POINTS"], fileNames: ["all points"], codeColumns: ["GEMEENTENUMMER"], itemColumn: "NUMMER"
    ) {
      points: Int @indicator(unit: COUNT, source: "POINTS", columns: ["*"])
      redPoints: Int @indicator(unit: COUNT, source: "POINTS", columns: ["KLEUR=rood"])
    }
    type NearProfile @source(
      name: "NEAR", title: "Near {year}", publisher: "Another", licence: "CC0 1.0"
      tables: ["70011NED 2018", "70012NED 2019"]
    ) {
      shopsWithin1Km: Float @indicator(unit: COUNT, source: "NEAR", columns: ["Winkels/Aantal winkels/Binnen 1 km"])
      barsWithin1Km: Float @indicator(unit: COUNT, source: "NEAR", columns: ["Horeca/Aantal cafés/Binnen 1 km"])
      distanceToShop: Float @indicator(unit: KILOMETRE, source: "NEAR", columns: ["Winkels/Afstand tot winkel", "AfstandTotWinkel"])
    }
    type HelpProfile @source(
      name: "HELP", title: "Help {year}", publisher: "Another", licence: "CC0 1.0", tables: ["70021NED"]
      recognisedBy: [["Soort hulp", "Cliënten"]], leavesOutPartYears: true
      dimensions: ["SoortHulp|Soort=T001|Totaal", "Geslacht=T009|Totaal mannen en vrouwen"]
    ) {
      clients: Int @indicator(unit: PERSONS, source: "HELP", columns: ["Clienten"])
      atHome: Int @indicator(unit: PERSONS, source: "HELP", columns: ["Clienten"], categories: ["SoortHulp=A01|Hulp thuis"])
      women: Int @indicator(unit: PERSONS, source: "HELP", columns: ["Clienten"], categories: ["Geslacht=4000|Vrouwen"])
    }
    type NationProfile @source(
      name: "NATION", title: "Nation {year}", publisher: "Another", licence: "CC0 1.0", tables: ["70031ned"]
      recognisedBy: [["Kenmerken", "Mensen"]], dimensions: ["Kenmerken=Totaal personen"], area: "NL00"
    ) {
      people: Int @indicator(unit: PERSONS, source: "NATION", columns: ["Mensen"], scale: 1000)
      men: Int @indicator(unit: PERSONS, source: "NATION", columns: ["Mensen"], scale: 1000, categories: ["Kenmerken=Geslacht: mannen"])
    }
  `),
)

export const sources = mergeSources([
  [...sharedSources().values()],
  profiles.flatMap(({ source }) => source ?? []),
])
