export { FAULTS, type FaultType } from './chaos/plan.ts';
export { type ChaosReport, chaosText } from './chaos/report.ts';
export { type ChaosOptions, runChaos } from './chaos/run.ts';
export { checkShape, createTestnet, NODES_MAX, type TestnetShape } from './create.ts';
export { keyNameOf, makeKeys, type Report, signOnce } from './keys.ts';
export { type Links, OPERATOR, openLinks, writeRosters } from './links.ts';
export {
  CONCURRENCY_MAX,
  give,
  LOAD_SECONDS_MAX,
  type LoadOptions,
  type LoadRequest,
  type LoadResult,
  openClients,
  RATE_MAX,
  runLoad,
} from './load.ts';
export {
  type CpuTimes,
  cpuPerSignature,
  type Latency,
  type LoadFigures,
  latencyOf,
} from './load-figures.ts';
export { type OutsideVerdict, type ToVerify, verifyOutside } from './outside.ts';
export { freePorts } from './ports.ts';
export { killProcess, runningPid, startProcess, stopProcess } from './processes.ts';
export { CLEAR, type Condition, startProxy, type TcpProxy } from './proxy.ts';
export { checkNodes, type Launch, openOperator, startNodes, untilLinked } from './running.ts';
export {
  type TestnetKey,
  type TestnetNode,
  type TestnetPaths,
  type TestnetState,
  testnetPaths,
} from './state.ts';
export { sampleSpend, type TaprootSpend, taprootSighash } from './taproot-sample.ts';
export {
  closeLinks,
  DEFAULT_SHAPE,
  downTestnet,
  killNodes,
  openTestnet,
  stopAll,
  type TestnetDocument,
  testnetDocument,
  type UpOptions,
  upTestnet,
} from './testnet.ts';
export { stay, tour } from './tour.ts';
export { isWanProfile, WAN_PROFILES, type WanProfile, wideArea } from './wide-area.ts';
