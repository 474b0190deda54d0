/**
 * A page in the chromium of this machine, driven over its pipe: messages of its DevTools protocol as JSON, each ended by a zero byte.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** Where it is; undefined where there is none, and tests in a browser are skipped. */
export const chromium = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => join('/usr/bin', name))
  .find((path) => existsSync(path))

export interface BrowserPage {
  open(url: string): Promise<void>
  /** Shows pages at this size, to someone who prefers light or dark; from the next page on without their scripts, where it is said so. */
  show(screen: {
    readonly width: number
    readonly height: number
    readonly dark?: boolean
    readonly hasScripts?: boolean
  }): Promise<void>
  /** A key on what has the focus. */
  press(key: 'Enter'): Promise<void>
  /** What an expression comes to in the page, as JSON. Asked again until it is neither false nor null, and no error; for a while. */
  until(expression: string): Promise<unknown>
  /** What the page shows, as PNG. */
  picture(): Promise<Buffer>
  /** Which serious findings axe-core has about the page, in a few words each. */
  seriousFindings(): Promise<unknown>
  close(): Promise<void>
}

interface Message {
  readonly id?: number
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

/** Milliseconds, for a machine that is busy. */
const patience = 120_000

export async function openBrowser(path: string): Promise<BrowserPage> {
  const profile = await mkdtemp(join(tmpdir(), 'samenhang-browser-'))
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    // What it would ask of its maker: a machine without the internet refuses it again and again.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-extensions',
    '--disable-quic',
    '--disable-sync',
    '--remote-debugging-pipe',
  ]
  const browser = spawn(path, [...flags, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => browser.once('close', resolve))
  const input = browser.stdio[3] as Writable
  const output = browser.stdio[4] as Readable
  const waiting = new Map<number, (message: Message) => void>()
  let rest = ''
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop() ?? ''
    for (const text of messages) {
      const message = JSON.parse(text) as Message
      if (message.id !== undefined) waiting.get(message.id)?.(message)
    }
  })
  let last = 0
  const send = (method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ result = {}, error }) => {
        waiting.delete(id)
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result)
      })
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const inPage = (method: string, params: object) => send(method, params, String(sessionId))
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await inPage('Runtime.evaluate', { expression, returnByValue: true })
    return exceptionDetails === undefined ? (result as { readonly value?: unknown }).value : undefined
  }
  const until = async (expression: string): Promise<unknown> => {
    for (const start = performance.now(); performance.now() - start < patience;) {
      // While a page is left for another there is nowhere to ask.
      const value = await evaluate(expression).catch(() => undefined)
      if (value !== undefined && value !== null && value !== false) return value
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`The page did not come to ${expression}`)
  }
  return {
    until,
    async picture() {
      const { data } = await inPage('Page.captureScreenshot', { format: 'png' })
      return Buffer.from(String(data), 'base64')
    },
    async open(url) {
      await inPage('Page.navigate', { url })
    },
    async seriousFindings() {
      const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      await until(`(() => { ${axe}; return true })()`)
      const serious = `axe.run().then(({ violations }) => { window.serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)) })`
      await until(`(${serious}, true)`)
      return until('window.serious')
    },
    async press(key) {
      await inPage('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key,
        code: key,
        text: '\r',
        windowsVirtualKeyCode: 13,
      })
      await inPage('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: 13 })
    },
    async show({ width, height, dark = false, hasScripts = true }) {
      const value = dark ? 'dark' : 'light'
      await inPage('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: width < 700,
      })
      await inPage('Emulation.setScriptExecutionDisabled', { value: !hasScripts })
      await inPage('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
    },
    async close() {
      await send('Browser.close').catch(() => undefined)
      await ended
      await rm(profile, { recursive: true, force: true })
    },
  }
}
