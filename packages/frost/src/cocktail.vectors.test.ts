import { cocktailNegative } from '../test/cocktail-negative-runner.ts';
import { cocktail } from '../test/cocktail-runners.ts';
import { runVectors } from '../test/find.ts';

runVectors({ cocktail, 'cocktail-negative': cocktailNegative }, { printUnknown: false });
