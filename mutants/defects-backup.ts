/**
 * Defects of what a lost home comes back from, and of what opens it.
 * @module
 */
import type { Defect } from './defect.ts';

const CONTENTS = 'packages/node/src/backup/contents';
const BOOTS = 'packages/node/src/core/boots.test.ts';
const ONCE = 'does so by itself, and once';

export const BACKUP_DEFECTS: readonly Defect[] = [
  {
    name: 'a backup holds shares of every epoch',
    file: `${CONTENTS}.ts`,
    find: '    return { records, secrets };\n',
    replace: '    return { records, secrets: from.secrets };\n',
    by: { test: `${CONTENTS}.test.ts`, named: 'no share of an epoch that is past or to come' },
  },
  {
    name: 'a backup holds what was answered and refused',
    file: `${CONTENTS}.ts`,
    find: '    default:\n      return false;',
    replace: '    default:\n      return true;',
    by: { test: `${CONTENTS}.test.ts`, named: 'no request that was answered or taken back' },
  },
  {
    name: 'a backup holds keys whose name may become that of another',
    file: `${CONTENTS}.ts`,
    find: "entry.state !== 'pending' || entry.stored.has(entry.seat)",
    replace: "entry.state !== 'pending' || entry.stored.size >= 0",
    by: { test: `${CONTENTS}.test.ts`, named: 'only from the own Stored on' },
  },
  {
    name: 'a restored node counts its boots on from the backup',
    file: 'packages/node/src/core/core.ts',
    find: ' || isRestored(restored),',
    replace: ' || (isRestored(restored) && restored.wallMs < 0),',
    by: { test: BOOTS, named: ONCE },
  },
  {
    name: 'a restored node recovers at every start',
    file: 'packages/node/src/core/boots.ts',
    find: "      changes.push({ type: 'delete', key: RESTORED_PATH });\n",
    replace: '',
    by: { test: BOOTS, named: ONCE },
  },
  {
    name: 'a store that was put back passes for the present one',
    file: 'packages/storage/src/snapshot.ts',
    find: ' || batch.sequence < sequenceMin) {',
    replace: ' || sequenceMin < 0) {',
    by: { test: 'packages/storage/src/snapshot.test.ts', named: 'was put back, or is not there' },
  },
  {
    name: 'a change of what opens a home is not ended after a crash',
    file: 'packages/storage/src/passwd.ts',
    find: '  if (names === undefined) return;\n',
    replace: '  if (names === undefined || names.length > 0) return;\n',
    by: { test: 'packages/storage/src/passwd.test.ts', named: 'exactly one of the two opens' },
  },
];
