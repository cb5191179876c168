import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/menus.css";
import "./styles/place.css";
import "./styles/panels.css";
import { createLive } from "./live/live.ts";
import { Page } from "./page.tsx";
import { firstPerson } from "./use-where.ts";
import { readWhere } from "./where.ts";

const root = document.getElementById("page");
if (root !== null) {
  render(<Page live={createLive(readWhere(location.hash).person ?? firstPerson)} />, root);
}
