// A program of its own that opens an embedded database, for tests with two processes. Built by the test, see server/db/embedded.test.ts.
import { openEmbedded } from "@server/db/embedded";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
try {
  await openEmbedded(process.argv[2], log);
  console.log("open");
  // stays until it is killed
  setInterval(() => undefined, 1_000);
} catch (error) {
  console.log(String(error));
  process.exit(1);
}
