/** What of the OpenAPI document is the same for every hub: the paths of the hub itself, parameters, headers and problems. */
import { errorCodes } from '@samenhang/subgraph-kit/errors'
import { formats } from '../tables/formats.ts'
import { problemType } from '../tables/problem.ts'

export const versionHeader = { 'API-Version': { $ref: '#/components/headers/API-Version' } }
const rateHeaders = {
  'Retry-After': { description: 'Seconds after which to try again.', schema: { type: 'integer' } },
  RateLimit: {
    description: 'What is left of the objects of this minute, where that is less than half.',
    schema: { type: 'string' },
  },
}

const problemResponse = {
  description: 'What refuses the request, as RFC 9457.',
  headers: { ...versionHeader, ...rateHeaders },
  content: { [problemType.split(';')[0] ?? '']: { schema: { $ref: '#/components/schemas/Problem' } } },
}

const limitsPath = {
  get: {
    operationId: 'limits',
    tags: ['hub'],
    summary: 'Limits',
    description: 'Every limit that a caller meets, and how to have more.',
    security: [],
    responses: {
      '200': {
        description: 'The limits.',
        headers: versionHeader,
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/Limits' } },
          'text/html': { schema: { type: 'string' } },
        },
      },
      '503': { $ref: '#/components/responses/problem' },
      '405': { description: 'Only GET and HEAD are answered here.' },
    },
  },
}

const ownPath = {
  get: {
    operationId: 'openapi',
    tags: ['hub'],
    summary: 'This document',
    description: 'What is registered now, as OpenAPI 3.1.',
    security: [],
    responses: {
      '200': {
        description: 'This document.',
        headers: versionHeader,
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      '405': { description: 'Only GET and HEAD are answered here.' },
    },
  },
}

/** The paths that are no operation. */
export const hubPaths = { '/limits': limitsPath, '/openapi.json': ownPath }

export const components = {
  parameters: {
    format: {
      ...{ name: 'format', in: 'path', required: true },
      description: 'The format of the table.',
      schema: { type: 'string', enum: [...formats.keys()] },
    },
    status: {
      ...{ name: 'status', in: 'query' },
      description: '`off` leaves out the columns with the status of each figure.',
      schema: { type: 'string', enum: ['on', 'off'], default: 'on' },
    },
    layout: {
      ...{ name: 'layout', in: 'query' },
      description:
        '`long` gives a row for each figure, with code, name, period, indicator, value, status, unit and source.',
      schema: { type: 'string', enum: ['wide', 'long'], default: 'wide' },
    },
    limit: {
      ...{ name: 'limit', in: 'query' },
      description: 'The first so many rows.',
      schema: { type: 'integer', minimum: 1 },
    },
    dryRun: {
      ...{ name: 'x-hub-dry-run', in: 'header' },
      description: '`true` tells what the table would take, as JSON, and runs nothing.',
      schema: { type: 'string', enum: ['true', 'false'], default: 'false' },
    },
  },
  headers: {
    'API-Version': { description: 'The version of this API.', schema: { type: 'string' } },
  },
  responses: { problem: problemResponse },
  schemas: {
    Problem: {
      type: 'object',
      properties: {
        type: { type: 'string', format: 'uri' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string', description: 'What is wrong, where, and what to do.' },
        code: { type: 'string', enum: Object.keys(errorCodes).sort() },
      },
      required: ['type', 'title', 'status', 'detail', 'code'],
    },
    Limits: {
      type: 'object',
      properties: {
        limits: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              id: { type: 'string' },
              group: { type: 'string' },
              value: { type: ['number', 'null'] },
              unit: { type: 'string' },
              about: { type: 'string' },
              code: { type: ['string', 'null'] },
              setting: { type: 'string' },
            },
            required: ['id', 'group', 'value', 'unit', 'about', 'code'],
          },
        },
        more: { type: 'array', items: { type: 'string' } },
        contact: { type: ['string', 'null'] },
      },
      required: ['limits', 'more', 'contact'],
    },
  },
}
