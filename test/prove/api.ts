/** What a program asks of the REST door, under `/api/v1`. */
interface ApiAsk {
  readonly key: string;
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Of one profile; without it, of all. */
  readonly id?: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The answer’s status and its text, as it came. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
}

export type AskApi = (ask: ApiAsk) => Promise<ApiAnswer>;

/** A program that changes and archives whatever a profile is now. */
export function openApi(url: string): AskApi {
  return async ({ key, method = "GET", id, body }) => {
    const answer = await fetch(`${url}/api/v1/icp-profiles${id === undefined ? "" : `/${id}`}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "if-match": "*", "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };
}
