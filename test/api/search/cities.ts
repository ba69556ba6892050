import { corpus, type CorpusOpening } from './corpus.ts';
import { eighteenthRound, seventeenthRound } from './county-rounds.ts';
import { eighthCorpus } from './eighth-corpus.ts';
import { eleventhCorpus } from './eleventh-corpus.ts';
import { fifteenthCorpus } from './fifteenth-corpus.ts';
import { fifthCorpus } from './fifth-corpus.ts';
import { fourteenthCorpus } from './fourteenth-corpus.ts';
import { fourthCorpus } from './fourth-corpus.ts';
import { eighthRound, ninthRound, seventhRound, sixthRound } from './later-rounds.ts';
import { nineteenthRound, twentiethRound } from './lake-rounds.ts';
import { twentyFifthRound, twentySixthRound } from './latest-rounds.ts';
import { ninthCorpus } from './ninth-corpus.ts';
import type { Query } from './queries.ts';
import { fifthRound, firstRound, fourthRound, secondRound, thirdRound } from './rounds.ts';
import { secondCorpus } from './second-corpus.ts';
import { seventhCorpus } from './seventh-corpus.ts';
import { sixthCorpus } from './sixth-corpus.ts';
import { eleventhRound, tenthRound, twelfthRound } from './sober-rounds.ts';
import { tenthCorpus } from './tenth-corpus.ts';
import { thirdCorpus } from './third-corpus.ts';
import { thirteenthCorpus } from './thirteenth-corpus.ts';
import { twelfthCorpus } from './twelfth-corpus.ts';
import { fifteenthRound, sixteenthRound } from './unseen-rounds.ts';
import { fourteenthRound, thirteenthRound } from './village-rounds.ts';
import { sixteenthCorpus } from './sixteenth-corpus.ts';
import { seventeenthCorpus } from './seventeenth-corpus.ts';
import { eighteenthCorpus } from './eighteenth-corpus.ts';
import { nineteenthCorpus } from './nineteenth-corpus.ts';
import { twentiethCorpus } from './twentieth-corpus.ts';
import { twentyFirstCorpus } from './twenty-first-corpus.ts';
import { twentyFirstRound, twentySecondRound } from './park-rounds.ts';
import { twentyFourthRound, twentyThirdRound } from './week-rounds.ts';

/** What a round finds at least: recall@10 and nDCG@10 (0.02 less where it is not told). */
type Round = readonly [label: string, queries: readonly Query[], least: number, leastNdcg?: number];

/** The made cities, oldest first, each with what strangers typed. */
export const cities: readonly {
  city: string;
  openings: readonly CorpusOpening[];
  rounds: readonly Round[];
}[] = [
  {
    city: 'two corpora',
    openings: [...corpus, ...secondCorpus],
    rounds: [
      ['first', firstRound, 0.91],
      ['second', secondRound, 0.92],
      ['third', thirdRound, 0.9],
      ['fourth', fourthRound, 0.92],
      ['fifth', fifthRound, 0.91],
    ],
  },
  {
    city: 'three corpora',
    openings: [...corpus, ...secondCorpus, ...thirdCorpus],
    rounds: [
      ['sixth', sixthRound, 0.92],
      ['ninth', ninthRound, 0.942, 0.91],
    ],
  },
  {
    city: 'the fourth corpus',
    openings: fourthCorpus,
    rounds: [
      ['seventh', seventhRound, 0.92],
      ['eighth', eighthRound, 0.981],
    ],
  },
  { city: 'the fifth corpus', openings: fifthCorpus, rounds: [['tenth', tenthRound, 0.981, 0.969]] },
  { city: 'the sixth corpus', openings: sixthCorpus, rounds: [['eleventh', eleventhRound, 0.988, 0.976]] },
  { city: 'the seventh corpus', openings: seventhCorpus, rounds: [['twelfth', twelfthRound, 0.99, 0.964]] },
  {
    city: 'the eighth corpus',
    openings: eighthCorpus,
    rounds: [['thirteenth', thirteenthRound, 0.988, 0.975]],
  },
  {
    city: 'the ninth corpus',
    openings: ninthCorpus,
    rounds: [['fourteenth', fourteenthRound, 0.984, 0.973]],
  },
  { city: 'the tenth corpus', openings: tenthCorpus, rounds: [['fifteenth', fifteenthRound, 0.943, 0.924]] },
  {
    city: 'the eleventh corpus',
    openings: eleventhCorpus,
    rounds: [['sixteenth', sixteenthRound, 0.974, 0.956]],
  },
  {
    city: 'the twelfth corpus',
    openings: twelfthCorpus,
    rounds: [['seventeenth', seventeenthRound, 0.974, 0.949]],
  },
  {
    city: 'the thirteenth corpus',
    openings: thirteenthCorpus,
    rounds: [['eighteenth', eighteenthRound, 0.988, 0.952]],
  },
  {
    city: 'the fourteenth corpus',
    openings: fourteenthCorpus,
    rounds: [['nineteenth', nineteenthRound, 0.96, 0.939]],
  },
  {
    city: 'the fifteenth corpus',
    openings: fifteenthCorpus,
    rounds: [['twentieth', twentiethRound, 0.981, 0.952]],
  },
  {
    city: 'the sixteenth corpus',
    openings: sixteenthCorpus,
    rounds: [['twenty-first', twentyFirstRound, 0.96, 0.948]],
  },
  {
    city: 'the seventeenth corpus',
    openings: seventeenthCorpus,
    rounds: [['twenty-second', twentySecondRound, 0.977, 0.924]],
  },
  {
    city: 'the eighteenth corpus',
    openings: eighteenthCorpus,
    rounds: [['twenty-third', twentyThirdRound, 0.978, 0.96]],
  },
  {
    city: 'the nineteenth corpus',
    openings: nineteenthCorpus,
    rounds: [['twenty-fourth', twentyFourthRound, 0.969, 0.955]],
  },
  {
    city: 'the twentieth corpus',
    openings: twentiethCorpus,
    rounds: [['twenty-fifth', twentyFifthRound, 0.951, 0.934]],
  },
  {
    city: 'the twenty-first corpus',
    openings: twentyFirstCorpus,
    rounds: [['twenty-sixth', twentySixthRound, 0.961, 0.929]],
  },
];
