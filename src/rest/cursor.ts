import { z } from "zod";
import type { Profile } from "../rules/profile.ts";
import { ProfileId } from "../rules/profile.ts";
import type { ListAsk } from "../stores/profile-store.ts";

type Place = NonNullable<ListAsk["olderThan"]>;

const Place = z.tuple([z.iso.datetime(), ProfileId]);

/** The place behind a profile in the list, as a program hands it back. `readCursor` is its inverse. */
export function printCursor({ createdAt, id }: Pick<Profile, "createdAt" | "id">): string {
  return Buffer.from(`${createdAt} ${id}`).toString("base64url");
}

/** Undefined where it is no cursor of ours. */
export function readCursor(text: string): Place | undefined {
  const { data } = Place.safeParse(Buffer.from(text, "base64url").toString().split(" "));
  return data && { createdAt: data[0], id: data[1] };
}
