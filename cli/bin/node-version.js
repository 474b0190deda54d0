/**
 * Stops a Node that is too old with one clear line, before anything newer than it is read.
 * Everything that starts here imports this file first and the rest by `import()`; keep its syntax plain.
 */
var oldest = [20, 18]
var found = process.versions.node.split('.').map(Number)

if (found[0] < oldest[0] || (found[0] === oldest[0] && found[1] < oldest[1])) {
  process.stderr.write(
    'hub: needs Node ' +
      oldest.join('.') +
      ' or newer, this is ' +
      process.versions.node +
      '. Install Node 22.\n',
  )
  process.exit(1)
}
