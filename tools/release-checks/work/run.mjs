// As an ES module: node run.mjs work-file
const { needs, work } = await import(process.argv[2]);
const libraries = await Promise.all(needs.map((name) => import(name)));
console.log(JSON.stringify(await work(libraries)));
