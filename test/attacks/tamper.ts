/** The files of the hub are changed, removed or damaged behind its back. */
import {
  existsSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { ask, pause, type Attack, type AttackedHub } from './attack.ts'

const persons = '{ caseload(first: 3) { nodes { id birthYear } } }'

async function readPersons(hub: AttackedHub): Promise<string> {
  const token = await hub.token('caseworker', 'open-needs')
  const headers = { authorization: `Bearer ${token}`, 'x-hub-purpose': 'open-needs' }
  return (await ask(hub, persons, { headers })).text
}

/** Changes the logs as someone would who has the file, but not the key. */
function changeLogs(folder: string, sql: string): void {
  const database = new BetterSqlite3(join(folder, 'audit.sqlite'))
  try {
    for (const { name } of database
      .prepare<[], { name: string }>("select name from sqlite_schema where type = 'trigger'")
      .all())
      database.exec(`drop trigger "${name}"`)
    database.exec(sql)
  } finally {
    database.close()
  }
}

const changedLogs: Attack = {
  name: 'rows of the logs are changed, removed and cut off',
  about: 'hub audit verify does not find it',
  async run(hub) {
    for (let turn = 0; turn < 3; turn += 1) await readPersons(hub)
    const whole = await hub.command('audit', 'verify')
    const found: string[] = []
    for (const [how, sql] of [
      ['changed', "update audit set actor = 'nobody' where seq = 2"],
      ['removed', 'delete from processing where seq = 2'],
      ['cut off', 'delete from audit where seq = (select max(seq) from audit)'],
    ] as const) {
      changeLogs(hub.folder, sql)
      if ((await hub.command('audit', 'verify')).code === 1) found.push(how)
    }
    return {
      held: whole.code === 0 && found.length === 3,
      detail: `whole before; found: ${found.join(', ') || 'nothing'}`,
    }
  },
}

const changedSchema: Attack = {
  name: 'triggers, indexes and columns of the logs are taken away or added, rows being whole',
  about: 'hub audit verify does not find it',
  async run(hub) {
    await readPersons(hub)
    const file = join(hub.folder, 'audit.sqlite')
    const first = new BetterSqlite3(file)
    const named = (type: string): string =>
      first
        .prepare<[string], { name: string }>(
          'select name from sqlite_schema where type = ? and sql is not null order by name',
        )
        .get(type)?.name ?? ''
    const [trigger, index] = [named('trigger'), named('index')]
    first.close()
    const whole = await hub.command('audit', 'verify')
    const changes = [
      ...(trigger ? [`drop trigger "${trigger}"`] : []),
      ...(index ? [`drop index "${index}"`] : []),
      'alter table audit add column note text',
      'create table beside (note text)',
    ]
    const found: string[] = []
    for (const sql of changes) {
      // One after another: each is to be found beside those before it.
      const before = await hub.command('audit', 'verify')
      const database = new BetterSqlite3(file)
      database.exec(sql)
      database.close()
      const after = await hub.command('audit', 'verify')
      if (after.code === 1 && after.told !== before.told) found.push(sql.split(' ').slice(0, 2).join(' '))
    }
    return {
      held: whole.code === 0 && trigger !== '' && found.length === changes.length,
      detail: `${whole.code === 0 ? 'whole' : 'not whole'} before; found: ${found.join(', ') || 'nothing'}`,
    }
  },
}

const removedWal: Attack = {
  name: 'the -wal of the logs is removed while the hub runs',
  about: 'persons are still given',
  settings: { HUB_WORKERS: '1' },
  async run(hub) {
    const before = await readPersons(hub)
    rmSync(join(hub.folder, 'audit.sqlite-wal'))
    await pause(2_000)
    const after = await readPersons(hub)
    return {
      held:
        before.includes('birthYear":') && after.includes('LOG_UNAVAILABLE') && !/birthYear":\d/.test(after),
      detail: `after: ${after.slice(0, 160)}`,
    }
  },
}

const removedLogs: Attack = {
  name: 'the logs are removed while the hub runs',
  about: 'persons are still given',
  async run(hub) {
    const before = await readPersons(hub)
    for (const file of readdirSync(hub.folder).filter((name) => name.startsWith('audit.')))
      rmSync(join(hub.folder, file))
    const after = await readPersons(hub)
    const verified = await hub.command('audit', 'verify')
    return {
      held:
        before.includes('birthYear":') &&
        after.includes('LOG_UNAVAILABLE') &&
        !after.includes('birthYear":1') &&
        verified.code !== 0,
      detail: `after: ${after.slice(0, 160)}; verify ends with ${String(verified.code)}`,
    }
  },
}

const removedDatabase: Attack = {
  name: 'the database of one domain is removed, another damaged, while the hub runs',
  about: 'they answer as if they were empty, or others fall too',
  settings: { HUB_WORKERS: '1' },
  async run(hub) {
    const query =
      '{ municipality(code: "GM9001") { name care { period } education { period } housing { period } } }'
    const before = (await ask(hub, query)).text
    for (const file of readdirSync(hub.folder).filter((name) => name.startsWith('care.sqlite')))
      rmSync(join(hub.folder, file))
    damage(join(hub.folder, 'education.sqlite'))
    await pause(3_000)
    const after = (await ask(hub, query)).text
    const ready = await fetch(`${hub.admin}/ready`)
    return {
      held:
        before.includes('"care":{') &&
        /"care":null/.test(after) &&
        /SUBGRAPH_UNAVAILABLE|DATABASE_UNAVAILABLE/.test(after) &&
        after.includes('"housing":{') &&
        !after.includes('INTERNAL') &&
        ready.status === 503,
      detail: `${after.slice(0, 420)}; /ready ${String(ready.status)}`,
    }
  },
}

/** Writes nonsense over every page but the first, as a failing disk would, and over those that are not yet in the file. */
function damage(file: string): void {
  for (const [path, from] of [
    [file, 4_096],
    [`${file}-wal`, 32],
  ] as const) {
    if (!existsSync(path)) continue
    const { size } = statSync(path)
    const handle = openSync(path, 'r+')
    const nonsense = Buffer.alloc(Math.max(0, size - from), 0x5a)
    writeSync(handle, nonsense, 0, nonsense.length, from)
    closeSync(handle)
  }
}

const openFiles: Attack = {
  name: 'another user of the machine reads the files',
  about: 'the system lets them',
  run({ folder }) {
    const open = readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0)
    return Promise.resolve({
      held: (statSync(folder).mode & 0o077) === 0 && open.length === 0,
      detail: `${String(open.length)} files are open to others`,
    })
  },
}

const strangePersons: Attack = {
  name: 'files of persons in the demo that are not synthetic, or lack their header',
  about: 'they are let in, or a cell of them is told',
  async run(hub) {
    const tries = {
      'not synthetic':
        'bsn;highest_level;enrolment;early_school_leaver;basic_qualification\n123456782;MBO_1;NONE;NO;NO\n',
      'without header': '123456782;MBO_1;NONE;NO;NO\n123456782;MBO_1;NONE;NO;NO\n',
    }
    const outcomes: string[] = []
    let held = true
    for (const [name, content] of Object.entries(tries)) {
      const file = join(hub.folder, 'persons.csv')
      writeFileSync(file, content)
      const { code, told } = await hub.command('import', file)
      held &&= code === 1 && !told.includes('123456782') && !told.includes('MBO_1')
      outcomes.push(`${name}: ${told.trim().split('\n').at(-1)?.slice(0, 160) ?? ''}`)
    }
    return { held, detail: outcomes.join('; ') }
  },
}

export const tamperAttacks: readonly Attack[] = [
  changedLogs,
  changedSchema,
  removedLogs,
  removedWal,
  removedDatabase,
  openFiles,
  strangePersons,
]
