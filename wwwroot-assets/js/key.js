/** A one-time key (a random UUID); the short way exists only on https and on this machine. */
export const newKey = () => globalThis.crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
