declare module 'virtual:texts/*' {
  /** What `textsOf` makes of the catalogue for one language. */
  export const texts: Readonly<Record<string, string>>;
}
