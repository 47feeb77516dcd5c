type Factors = Readonly<Record<string, readonly string[]>>;
type Choice = Readonly<Record<string, string>>;

const pairsOf = (choice: Choice): readonly string[] => {
  const values = Object.entries(choice).map(([name, value]) => `${name}=${value}`);
  return values.flatMap((one, i) => values.slice(i + 1).map((other) => `${one} ${other}`));
};

/** Every combination of some factors' values. */
function combinations(factors: Factors): readonly Choice[] {
  return Object.entries(factors).reduce<readonly Choice[]>(
    (choices, [name, values]) =>
      choices.flatMap((choice) => values.map((value) => ({ ...choice, [name]: value }))),
    [{}],
  );
}

/**
 * Few combinations in which every pair of values of two factors occurs: again and again the one that has most pairs
 * not seen yet. Source of the idea: D. M. Cohen et al., The AETG system, IEEE Transactions on Software Engineering 23 (1997).
 */
export function allPairs(factors: Factors): readonly Choice[] {
  const every = combinations(factors);
  const missing = new Set(every.flatMap(pairsOf));
  const chosen: Choice[] = [];
  while (missing.size > 0) {
    const gain = (choice: Choice) => pairsOf(choice).filter((pair) => missing.has(pair)).length;
    const best = every.reduce((most, choice) => (gain(choice) > gain(most) ? choice : most));
    for (const pair of pairsOf(best)) missing.delete(pair);
    chosen.push(best);
  }
  return chosen;
}
