import { describe, expect, it } from 'vitest';
import { parseSimOptions, replayOptions } from './options.ts';

describe('the command line of the simulator', () => {
  it('asks for a mix of profiles when nothing is said', () => {
    const { seeds, minutes, seed, shape, json } = parseSimOptions([]);
    expect({ seeds, minutes, seed, json }).toEqual({
      seeds: undefined,
      minutes: undefined,
      seed: undefined,
      json: false,
    });
    expect(shape).toEqual({ profile: 'default' });
  });

  it('gives seeds and the shape of networks', () => {
    const args = ['--seeds', '7', '--seed', '0', '--nodes', '5', '--threshold', '3', '--json'];
    const { seeds, seed, shape, json } = parseSimOptions(args);
    expect({ seeds, seed, json }).toEqual({ seeds: 7, seed: 0, json: true });
    expect(shape).toEqual({ profile: 'default', nodes: 5, threshold: 3 });
  });

  it.each([
    ['an option that does not exist', ['--sedes', '3'], /--sedes/],
    ['a number that is none, which would explore nothing', ['--seeds', 'many'], /--seeds is/],
    ['no seed at all', ['--seeds', '0'], /--seeds is/],
    ['a number in another notation', ['--seed', '0x10'], /--seed is/],
    ['no thread', ['--jobs', '0'], /--jobs is/],
    ['no time', ['--minutes', '0'], /--minutes is/],
    ['more nodes than a key may have', ['--nodes', '101'], /from 2 to 100/],
    ['a seed whose successors are no integers', ['--seed', '9007199254740991'], /--seed is/],
    ['a threshold above the number of nodes', ['--nodes', '3', '--threshold', '4'], /more than/],
    ['a threshold without a number of nodes', ['--threshold', '2'], /needs --nodes/],
    ['a profile that does not exist', ['--profile', 'storm'], /no profile storm/],
    ['a suite that does not exist', ['--suite', 'ed25520'], /no suite ed25520/],
    ['a word that belongs to no option', ['20'], /20/],
  ])('refuses %s', (_what, args, why) => {
    expect(() => parseSimOptions(args)).toThrow(why);
  });

  it.each([{ profile: 'default' }, { profile: 'crash', nodes: 5, threshold: 3, suite: 'ed448' }])(
    'is printed so that a seed of $profile replays in the same shape',
    (given) => {
      const { seeds, seed, shape } = parseSimOptions(replayOptions(given, 77).split(' '));
      expect({ seeds, seed, shape }).toEqual({ seeds: 1, seed: 77, shape: given });
    },
  );
});
