// Plain JavaScript without imports: it has to run on the Node versions it turns away.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major > 24 || (major === 24 && minor >= 12)) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache();
  await import("./main.ts");
} else {
  process.stderr.write(
    `This needs Node 24.12 or newer; this is ${process.versions.node}. ` +
      'Start it with "npm start", which brings its own Node on Linux, or install Node 24.\n',
  );
  process.exitCode = 1;
}
