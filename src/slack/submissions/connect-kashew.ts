import type { Person } from "../../rules/people.ts";
import type { ListAsk } from "../../stores/profile-store.ts";
import type { ConnectKashewAnswer } from "../../usecases/connect-kashew.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { ShownAnswer, SubmissionAnswer } from "../listening/answer.ts";
import type { SubmissionPayload } from "../listening/payloads.ts";
import { drawSentence } from "../notice.ts";
import { connectForm, drawConnectForm, drawConnecting, readConnectForm } from "../views/connect-form.ts";
import { drawConnected } from "../views/connection.ts";
import { profilesCounted } from "../views/profile-words.ts";

const newest: ListAsk = { words: [], state: "all", page: 1, pageSize: 10 };

const refusals: Record<
  Extract<ConnectKashewAnswer["kind"], "malformed" | "key-refused" | "plan-refused">,
  string
> = {
  malformed: "A key of Kashew’s is kshw_, 8 characters, _ and 32 more. Copy it whole.",
  "key-refused": "Kashew doesn’t take this key. Copy it anew, or make another one there.",
  "plan-refused": "The plan of this key’s account includes no ICP profiles. They need Pro or higher.",
};

/** Connect, in the form for the key. The key comes back in no view: whoever has to try again pastes it again. */
export function connectKashew(usecases: Pick<UseCases, "connectKashew" | "listProfiles">, command: string) {
  return (actor: Person, { view }: SubmissionPayload): SubmissionAnswer => {
    const key = readConnectForm(view.state.values);
    if (key === undefined) return { kind: "errors", errors: { [connectForm.key]: refusals.malformed } };
    return {
      kind: "late",
      meanwhile: drawConnecting(),
      failed,
      async answer() {
        const answer = await usecases.connectKashew(actor, key);
        switch (answer.kind) {
          case "refused":
            return answer;
          case "malformed":
          case "key-refused":
          case "plan-refused":
            return failed(refusals[answer.kind]);
          case "connected":
            return drawResult(actor, answer);
        }
      },
    };
  };

  async function drawResult(
    actor: Person,
    { profiles: total, keptHere }: Extract<ConnectKashewAnswer, { kind: "connected" }>,
  ): Promise<ShownAnswer> {
    // It is connected, even where Kashew does not answer a second time.
    const listed = await usecases.listProfiles(actor, newest).catch(() => undefined);
    const found = listed?.kind === "listed" ? listed.page.profiles : [];
    return {
      kind: "view",
      view: drawConnected({ total, newest: found, keptHere, command }),
      told: drawSentence("Kashew", `Connected. ${profilesCounted(total)} found.`),
    };
  }
}

function failed(reason: string): ShownAnswer {
  return {
    kind: "view",
    view: drawConnectForm({ remark: `Not connected. ${reason}`, nonce: crypto.randomUUID() }),
    told: drawSentence("Not connected", `Kashew is not connected. ${reason}`),
  };
}
