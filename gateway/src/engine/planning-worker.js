/**
 * The thread that plans: jobs one at a time, each answered with its id. In JavaScript, so that a thread can load it as it stands, whatever read
 * the rest from TypeScript.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { createJobs } from './planning-jobs.js'

const jobs = createJobs(workerData.sdl)

parentPort.on('message', ({ id, kind, text }) => {
  const began = performance.now()
  let outcome
  try {
    outcome = { result: jobs[kind](text) }
  } catch (error) {
    outcome = { fault: error instanceof Error ? error.message : String(error) }
  }
  parentPort.postMessage({ id, ms: performance.now() - began, ...outcome })
})
parentPort.postMessage({ ready: true })
