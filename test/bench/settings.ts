import type { Cluster } from './cluster.ts';
import type { Line } from './report.ts';

/** What a part is given and gives back. */
export type Settings = {
  sizes: readonly number[];
  rounds: number;
  /** Of one slice; a round has two of each side. */
  sliceSeconds: number;
  warmUpSeconds: number;
  cluster: () => Promise<Cluster>;
  /** A directory of this run, gone with it. */
  directory: string;
  /** Says what is being done, on a line that is replaced. */
  told: (text: string) => void;
};

export type Part = (settings: Settings) => Promise<Line[]>;
