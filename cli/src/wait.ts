/** Reported once, when a command has to wait for another one that writes. */
export function reportWait(): void {
  process.stderr.write('hub: another import, seed or refresh is running; waiting for it ...\n')
}
