/**
 * What the process of a node gives up so that no bug of a library can be a way into all objects.
 * @module
 */

/**
 * Freezes the prototype of all objects and takes `__proto__` away, for the rest of the process. A
 * name that a peer chose then changes nothing, even where some code uses it as a key: noble-curves
 * 2.4.0 wrote to `Object.prototype` in key generation with a participant called `__proto__`. Only
 * this prototype: libraries assign to what they inherit from others.
 */
export function hardenObjects(objects: ObjectConstructor = Object): void {
  Reflect.deleteProperty(objects.prototype, '__proto__');
  objects.freeze(objects.prototype);
}
