export type * from './suite.ts';
export * from './api.ts';
