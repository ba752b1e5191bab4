import type { Defect } from './defect.ts';
import { BACKUP_DEFECTS } from './defects-backup.ts';
import { CHANGE_DEFECTS } from './defects-changes.ts';
import { CHILD_DEFECTS } from './defects-children.ts';
import { KEY_DEFECTS } from './defects-keys.ts';
import { SIGNING_DEFECTS } from './defects-signing.ts';

/** All of them, by names that say what is wrong. */
export const DEFECTS: readonly Defect[] = [
  ...SIGNING_DEFECTS,
  ...KEY_DEFECTS,
  ...CHANGE_DEFECTS,
  ...CHILD_DEFECTS,
  ...BACKUP_DEFECTS,
];
