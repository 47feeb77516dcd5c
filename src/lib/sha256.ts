/** The SHA-256 of bytes that are held anyway, in hexadecimal: the platform's own, for which nothing is set up first. */
export async function sha256OfBytes(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
