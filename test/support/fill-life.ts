import type { Team } from "./start-team.ts";
import { pathOf } from "./store-in.ts";
import { inSqlite } from "./stored-file.ts";

/* Ten thousand changes one by one would take most of a minute: they are written as the store would have left them. */

/** Archives everything in the list, each profile by a change of its own. */
export function archiveAll({ config }: Pick<Team, "config">): void {
  inSqlite(pathOf(config.dataDir), (sqlite) =>
    sqlite.exec(`
      begin;
      insert into revisions (profile_id, revision, at, by, draft, owner, is_archived, reason, how)
        select profile_id, 2, at, 'U0ANA', draft, owner, 1, 'We left that market', 'saved' from revisions;
      insert into archived_profiles (id, revision, created_at, created_by, archived_at)
        select id, 2, created_at, created_by, created_at from profiles;
      delete from words;
      delete from profiles;
      commit;`),
  );
}

/** Gives the only profile so many revisions, each with another daily limit. */
export function changeOften({ config }: Pick<Team, "config">, revisions: number): void {
  inSqlite(pathOf(config.dataDir), (sqlite) =>
    sqlite.exec(`
      begin;
      with recursive numbers(n) as (values (2) union all select n + 1 from numbers where n < ${revisions})
        insert into revisions (profile_id, revision, at, by, draft, owner, is_archived, reason, how)
        select profile_id, n, at, 'U0BEN', json_set(draft, '$.dailyLimit', n % 1000 + 1), owner, 0, '', 'saved'
        from revisions, numbers where n <= ${revisions};
      update profiles set revision = ${revisions}, daily_limit = ${revisions} % 1000 + 1 where ${revisions} > 1;
      commit;`),
  );
}
