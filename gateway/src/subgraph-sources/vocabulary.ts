/**
 * The words of the graph: what the values of its open enums and the codes of its errors mean, in Dutch and English. Answers `Query.vocabulary` and
 * `Query.errorCodes` of the catalogue. Enums are read from the composed supergraph, so that none is named here.
 */
import { isTagged } from '@samenhang/schema/variant'
import { didYouMean } from '@samenhang/subgraph-kit/did-you-mean'
import { wordsIn } from '@samenhang/subgraph-kit/dutch-words'
import { errorMeanings } from '@samenhang/subgraph-kit/error-meanings'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { isEnumType, type GraphQLEnumType, type GraphQLEnumValue, type GraphQLSchema } from 'graphql'

type Language = 'NL' | 'EN'

interface Asked {
  readonly language: Language
}

/** A value of an enum. */
export interface Term {
  readonly enum: string
  readonly value: string
  readonly isDeprecated: boolean
  /** Null in Dutch where the slice has none. */
  readonly label: Readonly<Record<Language, string | null>>
  readonly description: Readonly<Record<Language, string | null>>
}

/** The values of every enum that is tagged public, or of which they are, in the order of the supergraph. */
export function readVocabulary(schema: GraphQLSchema): readonly Term[] {
  return Object.values(schema.getTypeMap()).filter(isEnumType).flatMap(openTermsOf)
}

/** The root fields, by name. */
export function vocabularyFields(terms: readonly Term[]) {
  const enums = [...new Set(terms.map((term) => term.enum))]
  const codes = errorMeanings.map(({ code }) => code)
  return {
    vocabulary({ name }: { readonly name?: string | null }) {
      refuseUnknown('open enum', name, enums)
      return terms
        .filter((term) => (name ?? term.enum) === term.enum)
        .map(({ label, description, ...term }) => ({
          ...term,
          label: ({ language }: Asked) => label[language],
          description: ({ language }: Asked) => description[language],
        }))
    },
    errorCodes({ code: only }: { readonly code?: string | null }) {
      refuseUnknown('code', only, codes)
      return errorMeanings
        .filter(({ code }) => (only ?? code) === code)
        .map(({ code, en, nl }) => ({
          code,
          meaning: ({ language }: Asked) => ({ EN: en, NL: nl })[language],
        }))
    },
  }
}

/** All values of one enum, open or not. */
export function termsOf(type: GraphQLEnumType): readonly Term[] {
  return type.getValues().map((value) => termOf(type, value))
}

/** Those that are tagged public themselves or by their enum. */
export function openTermsOf(type: GraphQLEnumType): readonly Term[] {
  const isOpen = isTagged(type.astNode ?? {})
  return type
    .getValues()
    .filter(({ astNode }) => isOpen || isTagged(astNode ?? {}))
    .map((value) => termOf(type, value))
}

function termOf(type: GraphQLEnumType, { name, description, deprecationReason }: GraphQLEnumValue): Term {
  const { english, dutch } = wordsIn(description ?? '')
  return {
    enum: type.name,
    value: name,
    isDeprecated: typeof deprecationReason === 'string',
    label: { NL: dutch?.label ?? null, EN: inWords(name) },
    description: { NL: dutch?.sentences ?? null, EN: english },
  }
}

/** `HOME_SEEKERS_IN_A_HURRY` as "Home seekers in a hurry"; a name of three letters or fewer is an abbreviation, such as GGD. */
function inWords(value: string): string {
  if (value.length <= 3) return value
  return value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ')
}

function refuseUnknown(kind: string, name: string | null | undefined, known: readonly string[]): void {
  if (name === undefined || name === null || known.includes(name)) return
  const asked = name.slice(0, 100)
  throw new HubError(
    'BAD_ARGUMENT',
    `There is no ${kind} "${asked}".${didYouMean(asked, known)} Leave it out to get all.`,
  )
}
