import type { DocumentNode, GraphQLSchema } from 'graphql'
export declare function createJobs(sdl: string): { readonly plan: (text: string) => string }
export declare function withOwnDirectives(schema: GraphQLSchema, supergraphSdl: string): GraphQLSchema
export declare function withoutOwnDirectives(document: DocumentNode, schema: GraphQLSchema): DocumentNode
