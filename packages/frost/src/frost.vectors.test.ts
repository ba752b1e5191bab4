import { runVectors } from '../test/find.ts';
import { bip340, frostSign, rfc9591 } from '../test/frost-runners.ts';
import {
  hd,
  malformed,
  pedpop,
  shareOps,
  zfDkg,
  zfElements,
  zfRepair,
  zfSamples,
} from '../test/share-runners.ts';

runVectors(
  {
    rfc9591,
    'frost-sign': frostSign,
    bip340,
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
