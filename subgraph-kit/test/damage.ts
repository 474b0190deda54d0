import { open } from 'node:fs/promises'

/** Writes over pages of the file, from this one on. */
export async function damage(file: string, pages: number, from = 1): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(Buffer.alloc(pages * 4_096, 0x5a), 0, pages * 4_096, from * 4_096)
  await handle.close()
}
