import type { Team } from "./start-team.ts";
import { pathOf } from "./store-in.ts";
import { inSqlite } from "./stored-file.ts";

/* Ten thousand changes one by one would take most of a minute: they are written as the store would have left them. */

/** Archives the only profile, "Profile 1", and as many more of its kind as it takes, each made a second after the other. */
export function archiveAndMultiply({ config }: Pick<Team, "config">, count: number): void {
  inSqlite(pathOf(config.dataDir), (sqlite) =>
    sqlite.exec(`
      begin;
      create temp table made as
        with recursive numbers(n) as (values (1) union all select n + 1 from numbers where n < ${count})
        select
          iif(n = 1, id, substr(id, 1, 24) || printf('%012x', n)) as id,
          strftime('%Y-%m-%dT%H:%M:%fZ', created_at, (n - 1) || ' seconds') as at,
          created_by, n
        from profiles, numbers;
      insert into revisions (profile_id, revision, at, by, draft, owner, is_archived, reason, how)
        select made.id, 1, made.at, by, json_set(draft, '$.name', 'Profile ' || n), owner, 0, reason, how
        from revisions, made where n > 1;
      insert into revisions (profile_id, revision, at, by, draft, owner, is_archived, reason, how)
        select profile_id, 2, at, 'U0ANA', draft, owner, 1, 'We left that market', 'saved' from revisions;
      insert into archived_profiles (id, revision, created_at, created_by, archived_at)
        select id, 2, at, created_by, at from made;
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
