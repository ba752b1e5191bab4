export {
  BACKUP_SIZE_BYTES_MAX,
  type BackupParts,
  type BackupRecipient,
  type BackupSecret,
  openBackup,
  sealBackup,
} from './backup-file.ts';
export { lastVerified, noteVerified, type VerifiedBackup } from './backup-verified.ts';
export {
  formatConfig,
  type HomeConfig,
  type LogLevel,
  parseConfig,
  parseMetrics,
  readConfig,
  writeConfig,
} from './config.ts';
export { StorageError, type StorageErrorCode } from './errors.ts';
export { checkPrivate, readFileLimited, writeFileAtomic } from './files.ts';
export {
  createHome,
  deriveStoreKey,
  type HomePaths,
  homePaths,
  type IdentityName,
  keyFilePath,
  type NewHome,
  openHome,
  openHomeStore,
  placeHome,
  readIdentity,
  replaceStore,
  resealHome,
  snapshotHomeStore,
  writeIdentity,
} from './home.ts';
export { memoryStore } from './memory.ts';
export type { Migration } from './migrations.ts';
export { openStore, type StoreOptions } from './open.ts';
export {
  type Argon2Cost,
  createKeyFile,
  openSealedFile,
  reseal,
  type SealOptions,
  type SealSecret,
  sealFile,
} from './seal.ts';
export { readPassphraseFile, type SecretSources, sealSecretFor } from './secret-for.ts';
export type { StoreSnapshot } from './snapshot.ts';
export {
  type Change,
  type SecretStore,
  STORE_CHANGES_MAX,
  STORE_KEY_SIZE_BYTES_MAX,
  STORE_VALUE_SIZE_BYTES_MAX,
  type Store,
  type StoreKey,
  type StoreOrigin,
  type StoreRecord,
} from './store.ts';
