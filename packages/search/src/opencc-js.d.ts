/** OpenCC's character table: `from to` pairs with `|` between, one code point each. The package ships no types for it. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
