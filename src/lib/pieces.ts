/** A list cut into pieces of at most so many elements, in order. */
export function pieces<T>(all: readonly T[], sizeMax: number): readonly (readonly T[])[] {
  const cut: (readonly T[])[] = [];
  for (let from = 0; from < all.length; from += sizeMax) cut.push(all.slice(from, from + sizeMax));
  return cut;
}
