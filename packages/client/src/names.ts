/** Names of keys and nodes. @module */
import { isName } from '@permafrost/protocol';
import { PermafrostError } from './errors.ts';

/** @throws PermafrostError E_BAD_REQUEST that says what a name is */
export function checkName(name: string): void {
  if (isName(name)) return;
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `${JSON.stringify(name.slice(0, 80))} is no name`,
    hint: 'a name has 1 to 63 of a-z, 0-9, ".", "-" and "_", and begins with a letter or digit',
  });
}
