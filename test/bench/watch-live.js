/**
 * How long /live takes to answer, at several ports: asked by a thread of its own, so that what the bench does meanwhile is not measured with it. Asked for
 * them, it gives the slowest of each since it was asked before, in milliseconds.
 */
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

const slowest = workerData.ports.map(() => 0)

async function watch(port, index) {
  for (;;) {
    const began = performance.now()
    await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/live' }, (response) => response.resume().on('end', resolve))
        .on('error', reject)
        .end()
    })
    slowest[index] = Math.max(slowest[index], performance.now() - began)
    await pause(20)
  }
}

parentPort.on('message', () => {
  parentPort.postMessage([...slowest])
  slowest.fill(0)
})
await Promise.all(workerData.ports.map(watch))
