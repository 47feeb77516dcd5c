/** The product's version; equal to the package's, which a test holds it to. */
export const version = '0.1.0';
