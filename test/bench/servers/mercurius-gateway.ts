/**
 * Mercurius' gateway as it comes, which composes the subgraphs itself by Federation 1. Words: name=url of each subgraph.
 */
import mercuriusGateway from '@mercuriusjs/gateway'
import fastify from 'fastify'

const services = process.argv.slice(2).map((word) => {
  const [name = '', url = ''] = word.split('=')
  return { name, url, mandatory: true }
})
const app = fastify()
app.register(mercuriusGateway, { gateway: { services }, jit: 1 })
await app.ready()
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
