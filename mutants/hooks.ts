/**
 * Loaded before anything else into a process (`node --import`): one file of it has a defect.
 * @module
 */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mutated, VARIABLE } from './defect.ts';
import { DEFECTS } from './defects.ts';

const name = process.env[VARIABLE];
const defect = DEFECTS.find((one) => one.name === name);
if (name !== undefined && defect === undefined) throw new RangeError(`no mutant ${name}`);
if (defect !== undefined) {
  const url = pathToFileURL(join(import.meta.dirname, '..', defect.file)).href;
  registerHooks({
    load: (loaded, context, next) => {
      const result = next(loaded, context);
      if (loaded !== url) return result;
      const source = typeof result.source === 'string' ? result.source : decoded(result.source);
      return { ...result, source: mutated(source, defect) };
    },
  });
}

function decoded(source: ArrayBuffer | NodeJS.TypedArray | undefined): string {
  return new TextDecoder().decode(source);
}
