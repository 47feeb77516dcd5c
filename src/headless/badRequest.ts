/** A request that cannot be answered as it stands: one line says why. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}
