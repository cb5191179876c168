// Plain JavaScript: npm runs it while it installs, on whatever Node there is.
const vite = await import("vite").catch(() => undefined);

if (vite === undefined) {
  process.stdout.write("Vite is not installed, so the sandbox's page is not built. The bot needs no page.\n");
} else {
  await vite.build({ configFile: new URL("vite.config.ts", import.meta.url).pathname, logLevel: "warn" });
}
