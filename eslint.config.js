/**
 * What review need not look for: types, the one way that imports go (design.md 2), and a described, evenly named schema.
 * Layout is prettier's. Folders are found by listing, so a new domain is held to the same rules.
 */
import { readdirSync } from 'node:fs'
import graphqlPlugin from '@graphql-eslint/eslint-plugin'
import tseslint from 'typescript-eslint'

const subgraphs = readdirSync('subgraphs')

/** Forbids imports, each with the reason a reader meets. */
function forbid(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] }
}

const noSubgraph = {
  regex: `^@samenhang/(${subgraphs.join('|')})(/|$)|(^|/)subgraphs/`,
  message: 'Only gateway/src/subgraph-sources/discover.ts imports subgraphs, by listing.',
}
const noGateway = {
  regex: '^@samenhang/gateway(/|$)|/gateway/',
  message: 'Imports go cli and test -> gateway -> subgraph-kit.',
}
const noCommandLine = { regex: '^@samenhang/cli(/|$)|/cli/', message: 'Nothing imports the command line.' }
const onlyKit = {
  regex: '^@samenhang/(?!subgraph-kit/)',
  message: 'A subgraph imports the kit and itself, nothing else of the hub.',
}
const insideFolder = (steps) => ({
  regex: `^(\\.\\./){${steps},}`,
  message: 'A subgraph stands in its own folder: import the kit by name, and no other subgraph.',
})

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/generated/',
      '.hub/',
      'coverage/',
      'schema/supergraph.graphql',
      'schema/api.graphql',
      'schema/public.graphql',
      'test/operations/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Objects here are closures without `this`; their methods may travel alone.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      // typescript-eslint 8.73 overflows its stack here on types that hold themselves.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // Publishers' JSON is read as unknown and told in messages as it is.
      '@typescript-eslint/no-base-to-string': 'off',
      // A method that promises may do so without waiting: the interface wants the promise.
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'TSEnumDeclaration', message: 'Write a union of strings.' },
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    // A test reads answers as a client does: parsed JSON, whose shape it then asserts.
    files: ['**/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['*.config.ts', 'codegen.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['subgraph-kit/**/*.ts'], rules: forbid(noSubgraph, noGateway, noCommandLine) },
  { files: ['schema/**/*.ts'], rules: forbid(noSubgraph, noGateway, noCommandLine) },
  {
    files: ['gateway/**/*.ts'],
    ignores: ['gateway/src/subgraph-sources/discover.ts'],
    rules: forbid(noSubgraph, noCommandLine),
  },
  { files: ['cli/**/*.ts'], rules: forbid(noSubgraph) },
  { files: ['subgraphs/*/{src,test}/*.ts'], rules: forbid(onlyKit, insideFolder(2)) },
  { files: ['subgraphs/*/{src,test}/*/**/*.ts'], rules: forbid(onlyKit, insideFolder(3)) },
  {
    files: [
      'subgraphs/*/schema.graphql',
      'subgraph-kit/schema.graphql',
      'schema/catalogue.graphql',
      'schema/audit.graphql',
    ],
    plugins: { '@graphql-eslint': graphqlPlugin },
    languageOptions: { parser: graphqlPlugin.parser },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
          ignoredSelectors: ['[type=ObjectTypeDefinition][name.value=Query]'],
        },
      ],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
        },
      ],
    },
  },
)
