// Run before a command of which most of the time goes into loading it: what was compiled is kept from one run to the next.
import { enableCompileCache } from "node:module";

enableCompileCache();
