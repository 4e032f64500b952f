/** Now by the clock of the device, to the second, in UTC. */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** Bytes that nobody can guess. */
export function random(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}
