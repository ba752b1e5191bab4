/**
 * Values of flags: text from people as what it means.
 * @module
 */
import { PermafrostError } from '@permafrost/client/errors';

/** A whole number in decimal. @throws PermafrostError E_BAD_REQUEST that names the range */
export function wholeNumber(
  text: string,
  { what, min, max }: { readonly what: string; readonly min: number; readonly max: number },
): number {
  const value = /^-?[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isInteger(value) && min <= value && value <= max) return value;
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `${what} is a whole number from ${min} to ${max}, not ${JSON.stringify(text.slice(0, 40))}`,
  });
}

/** Items separated by commas; an empty item is refused. */
export function commaList(text: string, what: string): readonly string[] {
  const items = text.split(',').map((item) => item.trim());
  if (items.every((item) => item !== '')) return items;
  throw new PermafrostError({
    code: 'E_BAD_REQUEST',
    message: `${what}: an item of the list is empty`,
    hint: 'separate the items by single commas',
  });
}
