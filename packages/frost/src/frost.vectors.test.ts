import { bip32, bip328, bip341 } from '../test/bip-runners.ts';
import { runVectors } from '../test/find.ts';
import { bip340, frostSign, rfc9591 } from '../test/frost-runners.ts';
import { pedpop, zfDkg, zfElements, zfRepair, zfSamples } from '../test/keygen-runners.ts';
import { malformed } from '../test/malformed-runner.ts';
import { hd, shareOps } from '../test/share-runners.ts';

runVectors(
  {
    rfc9591,
    'frost-sign': frostSign,
    bip32,
    bip328,
    bip340,
    bip341,
    pedpop,
    'zf-dkg': zfDkg,
    'zf-elements': zfElements,
    'zf-samples': zfSamples,
    'zf-repair': zfRepair,
    'share-ops': shareOps,
    hd,
    malformed,
  },
  { printUnknown: true },
);
