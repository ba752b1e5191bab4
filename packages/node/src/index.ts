export { createLogger, type Logger } from './log.ts';
export { type NodeOptions, type RunningNode, SOFTWARE, startNode } from './node.ts';
