import { expect, it } from "vitest";
import { asJson, done, workspace } from "../support/run-workspace.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("makes a key that stands alone on stdout, lists it without its secret, and revokes it", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  const made = await workspace(env, "key", "T0NEW", "--scopes", "icp:write");
  expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^kshw_[a-z0-9]{8}_\w{32}\n$/) });
  expect(made.stderr).toBe(
    "Copy it now: it is not shown again. It lists, shows, creates, changes and archives profiles of T0NEW.\n",
  );
  const name = made.stdout.slice(0, 13);

  const listed = await workspace(env, "keys", "T0NEW");
  expect(listed.stdout).toMatch(
    new RegExp(`^${name}_…\\ticp:write\\tmade 20\\S+ by operator\\tnever used\\n$`),
  );
  expect(await workspace(env, "key", "T0NEW", "--revoke", made.stdout.trim())).toEqual(
    done(`${name}_… is revoked.`),
  );
  expect(await workspace(env, "keys", "T0NEW")).toEqual(
    done("T0NEW has no key. “npm run workspace -- key T0NEW” makes one."),
  );
  const history = (await workspace(env, "audit", "T0NEW")).stdout;
  expect(history).toContain(`operator,operator,key-made,${name},,icp:write`);
  expect(history).toContain(`operator,operator,key-revoked,${name},,`);
  expect(history).not.toContain(made.stdout.trim());
});

it("says the same as JSON, and what it does not take", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  const [code, made] = await asJson(env, "key", "T0NEW");
  expect([code, made]).toEqual([
    0,
    { teamId: "T0NEW", name: expect.any(String), scopes: [], key: expect.stringMatching(/^kshw_/) },
  ]);
  expect(await asJson(env, "keys", "T0NEW")).toMatchObject([0, { keys: [{ scopes: [] }] }]);
  for (const [words, exit, sentence] of [
    [["key", "T0NEW", "--revoke", "kshw_zzzzzzzz"], 1, "T0NEW has no key kshw_zzzzzzzz_…."],
    [["key", "T0NEW", "--revoke", "../../etc"], 2, "That is not how a key begins"],
    [["key", "T0NEW", "--scopes", "crm:write"], 2, "“crm:write” is no scope. Scopes: icp:write."],
    [["key", "T0NEW", "--scopes", "icp:write", "--revoke", "kshw_zzzzzzzz"], 2, "not both"],
    [["keys", "T0OTHER"], 1, "No workspace T0OTHER here."],
  ] as const) {
    expect(await asJson(env, ...words)).toEqual([exit, { error: expect.stringContaining(sentence) }]);
  }
});
