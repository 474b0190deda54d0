/**
 * What a person is without between two domains: which needs are open, since when, and what absent records do
 * not say.
 */
import { describe, expect, it } from 'vitest'
import { openNeeds, type Records } from '../src/open-needs.ts'

const today = '2026-06-15'
const home: NonNullable<Records['housing']> = { situation: 'SUITABLE_HOME', since: '2024-02-01' }
const street: NonNullable<Records['housing']> = { situation: 'STREET', since: '2026-03-01' }
const waiting: NonNullable<Records['care']> = {
  arrangements: [],
  waitingFor: [
    { kind: 'SUPPORT_AT_HOME', since: '2025-10-01' },
    { kind: 'DAY_ACTIVITIES', since: '2026-01-01' },
  ],
}
const given = (status: 'ACTIVE' | 'ENDED'): NonNullable<Records['care']> => ({
  arrangements: [{ kind: 'SUPPORT_AT_HOME', status, from: '2025-05-05' }],
  waitingFor: [],
})
const poor = { position: 'UNEMPLOYED', incomeBand: 'LOWEST', benefits: [] } as const
const newcomer = { route: 'B1', deadline: '2026-10-31', examPartsPassed: ['READING'] } as const

const kinds = (records: Records) => openNeeds(records, today).map(({ kind }) => kind)

describe('what is missing between domains', () => {
  it('a home without the support indicated: since the later of home and indication', () => {
    expect(openNeeds({ housing: home, care: waiting }, today)).toEqual([
      { kind: 'SUPPORT_MISSING', domains: ['HOUSING', 'CARE'], since: '2025-10-01' },
    ])
    const given = {
      arrangements: [{ kind: 'SUPPORT_AT_HOME', status: 'ACTIVE', from: '2025-11-01' }],
      waitingFor: [{ kind: 'SUPPORT_AT_HOME', since: '2025-10-01' }],
    } as const
    expect(
      kinds({
        housing: home,
        care: { ...given, arrangements: [...given.arrangements], waitingFor: [...given.waitingFor] },
      }),
    ).toEqual([])
  })

  it('support without a home: while it is given, and nobody housed', () => {
    expect(openNeeds({ housing: street, care: given('ACTIVE') }, today)).toEqual([
      { kind: 'HOME_MISSING', domains: ['HOUSING', 'CARE'], since: '2026-03-01' },
    ])
    expect(kinds({ housing: street, care: given('ENDED') })).toEqual([])
    expect(kinds({ housing: home, care: given('ACTIVE') })).toEqual([])
  })

  it('no work, no income and no benefit: since the last benefit ended, where there was one', () => {
    const ended = { kind: 'UNEMPLOYMENT', from: '2025-01-01', to: '2025-09-30' } as const
    expect(openNeeds({ labourMarket: { ...poor, benefits: [ended] } }, today)).toEqual([
      { kind: 'BENEFIT_MISSING', domains: ['LABOUR_MARKET'], since: '2025-09-30' },
    ])
    expect(openNeeds({ labourMarket: { ...poor, benefits: [] } }, today)[0]?.since).toBeNull()
    expect(kinds({ labourMarket: { ...poor, benefits: [{ ...ended, to: null }] } })).toEqual([])
    expect(kinds({ labourMarket: { ...poor, benefits: [], position: 'EMPLOYEE' } })).toEqual([])
    expect(kinds({ labourMarket: { ...poor, benefits: [], incomeBand: 'MIDDLE' } })).toEqual([])
  })

  it.each([
    ['2026-12-14', '2026-06-14', true],
    ['2026-12-15', '2026-06-15', true],
    ['2026-12-16', null, false],
    ['2026-08-31', '2026-02-28', true],
    ['2025-01-01', '2024-07-01', true],
  ])('a civic integration term that ends on %s is near from %s on', (deadline, since, isNear) => {
    const needs = openNeeds({ integration: { ...newcomer, deadline, examPartsPassed: ['READING'] } }, today)
    expect(needs).toEqual(
      isNear ? [{ kind: 'INTEGRATION_DEADLINE_NEAR', domains: ['INTEGRATION'], since }] : [],
    )
  })

  it.each([
    ['B1', ['READING', 'LISTENING', 'WRITING', 'SPEAKING', 'SOCIETY'], true],
    ['B1', ['READING', 'LISTENING', 'WRITING', 'SPEAKING', 'SOCIETY', 'LABOUR_MARKET_MODULE'], false],
    ['EDUCATION', ['READING', 'LISTENING', 'WRITING', 'SPEAKING', 'SOCIETY'], false],
    ['EDUCATION', ['READING', 'LISTENING', 'WRITING', 'SPEAKING', 'LABOUR_MARKET_MODULE'], true],
    ['SELF_RELIANCE', [], true],
    ['SELF_RELIANCE', ['LABOUR_MARKET_MODULE'], false],
  ] as const)('route %s with %j passed: a term that ends is a need, %s', (route, passed, isNeed) => {
    const integration = { route, deadline: '2026-08-31', examPartsPassed: [...passed] }
    expect(kinds({ integration })).toEqual(isNeed ? ['INTEGRATION_DEADLINE_NEAR'] : [])
  })

  it('of another place it is not known whether it is a home: neither need is told', () => {
    expect(kinds({ housing: { situation: 'OTHER' }, care: waiting })).toEqual([])
    expect(kinds({ housing: { situation: 'OTHER' }, care: given('ACTIVE') })).toEqual([])
    expect(kinds({ housing: { situation: 'STUDENT_ROOM' }, care: waiting })).toEqual(['SUPPORT_MISSING'])
  })

  it('a term is no need once every part is passed, nor without a duty', () => {
    const all = ['READING', 'LISTENING', 'WRITING', 'SPEAKING', 'SOCIETY', 'LABOUR_MARKET_MODULE'] as const
    expect(kinds({ integration: { ...newcomer, examPartsPassed: [...all] } })).toEqual([])
    expect(kinds({ integration: { ...newcomer, examPartsPassed: [], route: null } })).toEqual([])
  })

  it('absent records say nothing, whichever they are', () => {
    const all: Records = {
      housing: home,
      care: waiting,
      labourMarket: { ...poor, benefits: [] },
      integration: { ...newcomer, examPartsPassed: [] },
    }
    expect(kinds(all)).toEqual(['SUPPORT_MISSING', 'BENEFIT_MISSING', 'INTEGRATION_DEADLINE_NEAR'])
    expect(kinds({ ...all, housing: null })).toEqual(['BENEFIT_MISSING', 'INTEGRATION_DEADLINE_NEAR'])
    expect(kinds({ housing: null, care: null, labourMarket: null, integration: null })).toEqual([])
  })
})
