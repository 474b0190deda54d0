/** Operations that several tests of the gateway run on the fakes. */
export const profile = `query Profile($code: ID!) {
  neighbourhood(code: $code) { code name housing { period averageWozValue } care { period youthCareShare } }
}`

export const page = `query Page {
  municipality(code: "GM9001") { name neighbourhoods(first: 10) { code housing { averageWozValue } care { youthCareShare } } }
}`

export const code = 'BU90010101'

/** What `profile` answers when all is well. */
export const wholeProfile = {
  neighbourhood: {
    code,
    name: 'Noord',
    housing: { period: 2024, averageWozValue: 312_000 },
    care: { period: 2024, youthCareShare: 9.5 },
  },
}

/** Words that would tell of machinery: none may stand in an answer. */
export const machinery =
  /127\.0\.0\.1|localhost|stack|node_modules|\.ts\b|ECONN|serviceName|valueCompletion|undici|http:/i
