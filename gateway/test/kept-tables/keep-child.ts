/** A process of its own for kept-files.test.ts: writes a file of so many parts of 64 kB, says each part, and keeps it at the end. */
import { keptFiles } from '../../src/kept-tables/kept-files.ts'

const [folder = '', parts = '1', letter = 'a'] = process.argv.slice(2)
const files = keptFiles<{ letter: string }>(folder, 1_000_000_000)
const writer = await files.write('group')
const say = (line: string): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve()))
try {
  for (let part = 1; part <= Number(parts); part += 1) {
    await writer.write(Buffer.alloc(65_536, letter))
    await say(`part ${String(part)}`)
  }
  const kept = await writer.keep(() => ({ version: 'version', told: { letter } }))
  await say(`kept ${kept.told.letter}`)
} catch (error) {
  await writer.abandon()
  await say(`not kept: ${error instanceof Error ? error.message : 'failed'}`)
}
