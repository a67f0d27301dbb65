/** The package has no types: it exports the path of its executable. */
declare module 'workerd' {
  const path: string;
  export default path;
}
