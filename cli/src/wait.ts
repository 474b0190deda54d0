/** Told once to a person whose command waits for another that writes. */
export function reportWait(): void {
  process.stderr.write('hub: another import, seed or refresh is running; waiting for it ...\n')
}
