export {
  type BackedUpHome,
  decodeHome as decodeBackup,
  eraseHome as eraseBackup,
} from './backup/contents.ts';
export { createBackup } from './backup/create.ts';
export { type RestoredPart, type RestoreOptions, restoreHome } from './backup/restore.ts';
export { type BackedUpKey, type BackupSummary, summaryOf } from './backup/summary.ts';
export { verifyBackup } from './backup/verify.ts';
export { createLogger, type Logger } from './log.ts';
export { type NodeOptions, type RunningNode, SOFTWARE, startNode } from './node.ts';
