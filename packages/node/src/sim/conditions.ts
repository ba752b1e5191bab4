/**
 * What the weather is like between simulated nodes and on their disks. Ratios from 0 to 1.
 * @module
 */

export type Conditions = {
  readonly latencyMsMin: number;
  readonly latencyMsMax: number;
  readonly diskMsMax: number;
  /** Share of frames that their sender says twice. */
  readonly repeatRatio: number;
  /** Share of frames of which a part is lost and sent again: all behind it on its lane wait. */
  readonly stallRatio: number;
  readonly stallMsMax: number;
  /** Share of frames at which the connection breaks. */
  readonly resetRatio: number;
};

export const CALM: Conditions = {
  latencyMsMin: 1,
  latencyMsMax: 40,
  diskMsMax: 10,
  repeatRatio: 0.05,
  stallRatio: 0,
  stallMsMax: 1_500,
  resetRatio: 0,
};
