/**
 * What each error code means, in English and in Dutch, for the graph's `errorCodes` and docs/errors.md. English is the table of errors itself;
 * the types hold that every code of it has Dutch.
 */
import { errorCodes, type ErrorCode } from './errors.ts'

export interface ErrorMeaning {
  readonly code: string
  readonly en: string
  readonly nl: string
}

/** Those of graphql-js and Apollo Server that reach a client. */
const graphqlCodes = {
  GRAPHQL_PARSE_FAILED: {
    en: 'The operation is not GraphQL. The message says where.',
    nl: 'De vraag is geen geldige GraphQL. De melding zegt waar de fout staat.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    en: 'The operation does not fit the schema that this caller may see. The message names the field, argument or type.',
    nl: 'De vraag past niet bij het schema dat u mag zien. De melding noemt het veld, het argument of het type.',
  },
  BAD_USER_INPUT: {
    en: 'A variable lacks its value or has one of another type. The message names it.',
    nl: 'Een variabele heeft geen waarde of een waarde van een verkeerd type. De melding noemt de variabele.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    en: 'The hub keeps no texts that clients send by hash. Send the text, or register it.',
    nl: 'De hub bewaart geen vragen die met een hash worden gestuurd. Stuur de tekst, of leg de vraag vast.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    en: 'The document has several operations, and `operationName` names none of them.',
    nl: 'Het document heeft meer vragen en `operationName` noemt er geen.',
  },
} as const

const dutch: Readonly<Record<ErrorCode, string>> = {
  BAD_AREA_CODE:
    'De code is geen gebiedscode van het CBS van dit niveau. Voorbeelden: NL00, PV20, GM0363, WK036300, BU03630000.',
  BAD_ARGUMENT: 'Een argument heeft een waarde die niet mag. De melding noemt het argument en wat wel mag.',
  BAD_REQUEST: 'Het HTTP-verzoek klopt niet: het type, de codering of de inhoud. De melding zegt welke.',
  PERIOD_NOT_PUBLISHED: 'Voor dit jaar zijn geen cijfers geladen. `latest` is het nieuwste jaar met cijfers.',
  NOT_REFRESHED:
    'Dit antwoord wordt berekend uit de cijfers van alle domeinen, en dat is nog niet gedaan. Voor beheerders: start `hub refresh`.',
  SUBGRAPH_OUTDATED: 'Een domein heeft een andere versie en kent dit veld niet. Probeer het later opnieuw.',
  SUBGRAPH_UNAVAILABLE:
    'Een domein gaf niet op tijd of niet volledig antwoord. De velden van dat domein zijn leeg, de andere velden kloppen. Probeer het opnieuw.',
  BAD_SUBGRAPH_VALUE:
    'Een domein stuurde een waarde die niet past bij dit veld, of geen waarde. Het veld is leeg, de andere velden kloppen.',
  OPERATION_NOT_REGISTERED:
    'Er is geen vastgelegde vraag met deze naam. Stuur de vraag naar /graphql, of leg haar vast.',
  OPERATION_NOT_TRUSTED:
    'Deze hub beantwoordt alleen vastgelegde vragen. Leg de vraag vast, of stuur een token met het recht `operations:ad-hoc`.',
  OPERATION_BROKEN:
    'De vastgelegde vraag kan niet worden beantwoord; de melding zegt waarom. Verbeter de vraag en start de hub opnieuw.',
  PERSISTED_QUERY_NOT_FOUND:
    'Er is geen vastgelegde vraag met deze hash. Stuur de hele tekst, of leg de vraag vast.',
  RELEASE_NOT_ALLOWED:
    'De kop `X-Hub-Release` noemt een proefversie die u met dit token niet mag zien. Stuur een ander token, of laat de kop weg.',
  RELEASE_NOT_FOUND: 'Er is geen proefversie met het nummer in `X-Hub-Release`.',
  RELEASE_REFUSED: 'De proefversie mag niet worden gebruikt; de melding zegt waarom. Maak haar opnieuw.',
  UNAUTHENTICATED: 'Het token is niet geldig. Haal een nieuw token, of stuur er geen.',
  ISSUER_UNAVAILABLE:
    'Het token kan nu niet worden gecontroleerd. Probeer het opnieuw na `retryAfter` seconden, of stuur geen token.',
  PURPOSE_NOT_ALLOWED: 'Het doel in `X-Hub-Purpose` staat niet in het register, of hoort niet bij uw token.',
  POST_ONLY: 'Deze vraag mag niet met GET. Stuur haar met POST.',
  UNAUTHORIZED_FIELD_OR_TYPE:
    'U mag dit veld niet zien met dit token of dit doel; het veld is leeg. `reason` zegt wat er ontbreekt.',
  CONSENT_MISSING:
    'Voor dit doel is toestemming van de persoon nodig, en die is er niet. Vraag toestemming, of vraag deze gegevens niet op.',
  SUBGRAPH_TOKEN_REFUSED:
    'Een domein accepteerde het token van de hub niet. Voor beheerders: controleer de sleutels en de klokken.',
  USAGE_NOT_COUNTED: 'Deze hub telt niet welke velden worden gebruikt, want er is geen register van versies.',
  TOO_MANY_SUBJECTS: 'De vraag gaat over meer dan 100 mensen. Vraag minder tegelijk met `first` en `after`.',
  SUBJECT_BUDGET_EXCEEDED:
    'U heeft dit uur de gegevens van te veel mensen opgevraagd; hun gegevens zijn leeg. Probeer het later opnieuw.',
  LOG_UNAVAILABLE:
    'Persoonsgegevens worden nu niet gegeven, omdat het logboek niet werkt. De rest van het antwoord klopt.',
  TOO_MANY_TOKENS: 'De vraag is te lang: meer dan 2.000 tekens van de taal (tokens). Splits haar.',
  TOO_DEEP: 'De vraag heeft meer dan 15 niveaus. Splits haar.',
  TOO_MANY_ALIASES: 'De vraag heeft meer dan 30 aliassen. Vraag een lijst gebieden op met `areas(codes:)`.',
  PAGE_TOO_LARGE:
    'Een bladzijde of een lijst met codes is langer dan 1.000. Vraag minder tegelijk met `first` en `after`.',
  ANSWER_TOO_LARGE: 'Het antwoord kan meer dan 600.000 onderdelen hebben. Vraag kleinere bladzijden.',
  TOO_MANY_FIELDS: 'De vraag heeft te veel velden, als alle fragmenten zijn uitgeschreven. Splits haar.',
  PLANNING_TOO_LONG: 'Het plannen van deze vraag duurt te lang. Splits de vraag.',
  PLANNING_BUSY:
    'De vraag is nieuw en kon niet worden gepland, omdat het te druk is. Probeer het opnieuw na `retryAfter` seconden.',
  HUB_BUSY:
    'Er worden te veel grote antwoorden gemaakt. Probeer het opnieuw na `retryAfter` seconden, of vraag kleinere bladzijden.',
  OBJECT_BUDGET_EXCEEDED:
    'U heeft in deze minuut te veel gevraagd. Probeer het opnieuw na `retryAfter` seconden, of vraag kleinere bladzijden.',
  BODY_TOO_LARGE: 'Het verzoek is groter dan 1 MB.',
  BATCHING_NOT_ALLOWED: 'Het verzoek heeft meer vragen. Stuur een vraag per verzoek.',
  TABLE_NOT_ALLOWED:
    'De vraag gaat over beschermde gegevens; die worden nooit als tabel gegeven. Stuur haar met POST naar /graphql.',
  TABLE_AMBIGUOUS:
    'Van deze vraag kan geen tabel worden gemaakt; de melding zegt waarom. Gebruik `@row`, `@join` of een alias.',
  TABLE_FORMAT_UNKNOWN: 'De tabel is er niet in dit formaat. De melding noemt de formaten die er zijn.',
  TABLE_TOO_LARGE: 'De tabel is te groot; er is niets gestuurd. Vraag minder, of kies een ander formaat.',
  TABLE_INCOMPLETE:
    'Een domein gaf geen volledig antwoord; er is niets gestuurd, omdat er cijfers zouden ontbreken. Probeer het opnieuw.',
  TABLE_CHANGED:
    'Er zijn gegevens ingelezen terwijl de tabel werd gemaakt; er is niets gestuurd. Vraag het opnieuw.',
  SNAPSHOT_NOT_FOUND: 'Er is geen momentopname met deze naam. Laat `snapshot` weg voor de nieuwste.',
  SNAPSHOT_GONE: 'De tabel van deze momentopname is niet bewaard. `newest` is het adres van de nieuwste.',
  FIGURES_NOT_MADE:
    'De bestanden met alle cijfers zijn nog niet gemaakt, of een bestand is beschadigd. Probeer het opnieuw na `retryAfter` seconden.',
  FIGURES_NOT_FOUND: 'Op dit adres is geen bestand met cijfers. In `/figures.json` staat welke er zijn.',
  DATABASE_UNAVAILABLE: 'Een database is bezet, vol, onleesbaar of beschadigd; er is niets veranderd.',
  INTERNAL: 'Er ging iets mis in de hub. Meld de `errorId`; in het logboek staat wat er gebeurde.',
}

/** Every code that a client can meet, in the order of the table. */
export const errorMeanings: readonly ErrorMeaning[] = [
  ...Object.entries(errorCodes).map(([code, en]) => ({ code, en, nl: dutch[code as ErrorCode] })),
  ...Object.entries(graphqlCodes).map(([code, meaning]) => ({ code, ...meaning })),
]
