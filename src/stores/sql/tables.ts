import type { Generated } from "kysely";

/** A workspace's own file. Times are UTC, ISO 8601; truth is 0 or 1. */
export interface WorkspaceTables {
  profiles: {
    id: string;
    name: string;
    /** `name` folded; unique. */
    name_key: string;
    description: string;
    is_active: number;
    min_confidence: number;
    daily_limit: number;
    schedule: string;
    revision: number;
    owner: string;
    created_at: string;
    created_by: string;
    changed_at: string;
    changed_by: string;
    /** Name, description and every target, folded for searching. */
    search_text: string;
    /** The lists of words by field, as JSON. */
    terms: string;
  };
  /** How many profiles have a word in a list, by its spelling. */
  words: { field: string; term_key: string; term: string; used_by: number };
  /** What a key became, wherever that is now. The draft it came with is the first revision's. */
  submissions: { key: string; profile_id: string };
  /** What every profile was like, those in the archive too. `draft` is JSON. */
  revisions: {
    profile_id: string;
    revision: number;
    at: string;
    by: string;
    draft: string;
    owner: string;
    is_archived: number;
    reason: string;
    /** `undone` and `restored` say of which revision. */
    how: string;
    of_revision: Generated<number | null>;
  };
  /** What was taken out of the list, as its newest revision has it. */
  archived_profiles: {
    id: string;
    revision: number;
    created_at: string;
    created_by: string;
    archived_at: string;
  };
  writes: { day: string; used: number };
  cards: {
    channel: string;
    ts: string;
    profile_id: string;
    shared_by: string;
    /** The profile's revision on it; unknown of cards from before this was kept. */
    shown: number | null;
    /** `kept` while it follows its profile, `overtaken` or `deleted` until it says so. */
    state: string;
  };
  /** At most one row. `settings` is JSON: what was set, and nothing that has its default. */
  access: { only: number; revision: number; settings: string; changed_by: string };
  access_requests: {
    id: string;
    asked_by: string;
    asked_at: string;
    /** The person again while it is open; unique. */
    open_of: string | null;
    state: string;
    closed_by: Generated<string | null>;
    closed_at: Generated<string | null>;
    /** When the person was told of the answer. */
    told_at: Generated<string | null>;
  };
  access_request_copies: { request_id: string; channel: string; ts: string };
  /** `about` is the id of the profile that is being changed, or empty. `draft` is JSON, with the revision that it was made from. */
  drafts: { user_id: string; about: string; draft: string; kept_at: string };
  /** Takes new rows and no other change. */
  audit: {
    id: Generated<number>;
    at: string;
    by: string;
    kind: string;
    subject: string;
    before: string;
    after: string;
  };
  /** What was sent to Kashew, and what became of it. `draft` is JSON. */
  sent: {
    key: string;
    draft: string;
    by: string;
    at: string;
    state: string;
    profile_id: Generated<string | null>;
  };
  /** Who was told what the app is. */
  greetings: { user_id: string };
  /** At most one row: the workspace under whose name the file was opened last. */
  whose: { only: number; team_id: string };
}

/** The file that knows all workspaces. */
export interface ControlTables {
  workspaces: { team_id: string; name: string; plan: string | null; enterprise_id: string | null };
  /** Who has taken the app away: T… or E…, when, and until when the data are kept. */
  departures: { id: string; left_at: string; data_until: string };
  /** Who was told what the app is for having installed it: T… or E…, and the person. */
  installer_greetings: { id: string; user_id: string };
  /** `name` is the part of a key that may be shown, `hash` the SHA-256 of all of it, in hex. */
  api_keys: {
    name: string;
    team_id: string;
    hash: string;
    /** With blanks between. */
    scopes: string;
    made_by: string;
    made_at: string;
    last_used_at: string | null;
  };
  /** What is to be done later in which workspace. */
  reminders: { team_id: string; kind: string; subject: string; due_at: string };
  installations: {
    /** T… or E… */
    id: string;
    name: string;
    enterprise_id: string | null;
    sealed_bot_token: string;
    sealed_refresh_token: string | null;
    expires_at: string | null;
    /** With commas between. */
    scopes: string;
    installed_by: string;
    installed_at: string;
  };
  /** Which workspaces keep their profiles in Kashew. */
  connections: {
    team_id: string;
    sealed_key: string;
    shown_key: string;
    connected_by: string;
    connected_at: string;
    state: string;
    /** Whether the admins were told of the state. */
    is_told: number;
  };
}
