/** What `--version` prints. @module */
export const VERSION: string = '0.1.0';
