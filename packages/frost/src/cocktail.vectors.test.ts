import { cocktail, cocktailNegative } from '../test/cocktail-runners.ts';
import { runVectors } from '../test/find.ts';

runVectors({ cocktail, 'cocktail-negative': cocktailNegative }, { printUnknown: false });
