/**
 * The 97.5th percentile of Student's t distribution, by which the line of least squares gets its interval of 95 %. For whole degrees
 * of freedom the distribution is a finite sum (Abramowitz and Stegun 26.7.3 and 26.7.4), here solved to the last digits or so.
 */

const share = 0.95

/** `degrees` is a whole number from 1; as many steps as that. */
export function studentT975(degrees: number): number {
  const sum = termsOf(degrees)
  // In the angle whose tangent is t / √degrees the share rises ever less: Newton's method comes from below and never passes the solution.
  let angle = 0
  for (let step = Infinity; step > 1e-15;) {
    const { within, density } = sum(angle)
    step = (share - within) / density
    angle += step
  }
  return Math.sqrt(degrees) * Math.tan(angle)
}

/** The share of the distribution within this angle of 0 on both sides, and how fast it rises there. */
function termsOf(degrees: number): (angle: number) => { within: number; density: number } {
  const odd = degrees % 2 === 1
  return (angle) => {
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
    let [coefficient, power] = [1, odd ? cosine : 1]
    let [sum, coefficients] = [0, 0]
    for (let at = odd ? 3 : 2; at <= degrees; at += 2) {
      sum += coefficient * power
      coefficients += coefficient
      coefficient *= (at - 1) / at
      power *= cosine ** 2
    }
    const scale = odd ? 2 / Math.PI : 1
    return {
      within: scale * ((odd ? angle : 0) + sine * sum),
      density: scale * ((odd ? 1 : 0) + coefficients) * cosine ** (degrees - 1),
    }
  }
}
