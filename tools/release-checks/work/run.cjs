// As CommonJS: node run.cjs work-file
import(process.argv[2]).then(async ({ needs, work }) => {
  const libraries = needs.map((name) => require(name));
  console.log(JSON.stringify(await work(libraries)));
});
