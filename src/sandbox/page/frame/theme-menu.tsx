import type { JSX } from "preact";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";
import type { Theme } from "./theme.ts";
import { useTheme } from "./theme.ts";

const labels = { system: "As the system", light: "Light", dark: "Dark" } satisfies Record<Theme, string>;

export function ThemeMenu(): JSX.Element {
  const [theme, setTheme] = useTheme();
  const items = (Object.keys(labels) as Theme[]).map((key) => ({
    key,
    label: labels[key],
    isChosen: key === theme,
    run: () => setTheme(key),
  }));
  return (
    <Menu
      class="menu-right"
      label="Theme"
      trigger={<Icon name="sun" />}
      groups={[{ label: "Theme", items }]}
    />
  );
}
