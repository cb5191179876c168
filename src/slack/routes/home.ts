import type { UseCases } from "../../usecases/use-cases.ts";
import { exportProfiles } from "../actions/export-profiles.ts";
import { checkHome, turnHome } from "../actions/home.ts";
import type { Feature } from "../listening/feature.ts";
import { home } from "../views/home-ids.ts";

/** What is pressed in the app's home, and there alone. */
export function homeRoutes(usecases: UseCases): Feature {
  return {
    actions: {
      [home.turn]: turnHome,
      [home.check]: checkHome(usecases),
      [home.export]: exportProfiles(usecases),
    },
    forms: {},
  };
}
