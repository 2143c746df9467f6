/*
 * `npm run bench`: what people wait for in the built app behind the built server, beside a page of React alone that fetches and shows as many
 * rows, in turns in the same browser. The ratios are what counts: milliseconds move with the machine. Leave it alone meanwhile.
 * `-- --rounds 8` for more than four rounds.
 */
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { serveFloor } from "./pages/floor-server";
import { type Figures, median, type Target, visit } from "./pages/visit";
import { freePort } from "@test/support/free-port";
import { startProgram } from "./programs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "4" } } });
const rounds = Number(values.rounds);

const port = await freePort();
const desk = await startProgram("scripts/serve-demo.mjs", ["--built"], { PORT: String(port) }, /Inquiry Desk: (\S+)/);
const floor = await serveFloor("node_modules/.cache/bench-floor");
const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ["--no-sandbox", "--disable-gpu"] });
try {
  const targets: Target[] = [
    { name: "bare page", url: floor.url, rows: "tbody tr", least: 18, opener: "button", first: "h1", whole: "dl" },
    {
      name: "desk",
      url: `${desk.said}/inquiries`,
      cookie: await signIn(desk.said),
      rows: "tbody tr",
      least: 18,
      opener: "a",
      first: "[aria-label=Verdict]",
      whole: "main h3",
      scroller: ".table-frame",
    },
  ];
  const runs = new Map<string, Figures[]>(targets.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const target of targets) runs.get(target.name)?.push(await visit(browser, target));
    console.error(`round ${round} of ${rounds}`);
  }
  print(runs.get("bare page") ?? [], runs.get("desk") ?? []);
} finally {
  await browser.close();
  floor.server.close();
  await desk.stop();
}

function print(bare: readonly Figures[], measured: readonly Figures[]): void {
  const rows: Record<string, { "bare page": number; desk: number; times: number | "" }> = {};
  for (const figure of Object.keys(measured[0] ?? {})) {
    const one = median(bare.map((run) => run[figure] ?? Number.NaN));
    const other = median(measured.map((run) => run[figure] ?? Number.NaN));
    const isRatio = one > 0;
    rows[figure] = { "bare page": rounded(one), desk: rounded(other), times: isRatio ? Math.round((100 * other) / one) / 100 : "" };
  }
  console.table(rows);
}

function rounded(value: number): number {
  return value < 1 ? Math.round(value * 1_000) / 1_000 : Math.round(value);
}

/** As a lead, by the development sign-in. @returns the session's cookie */
async function signIn(origin: string): Promise<{ name: string; value: string }> {
  const answer = await fetch(`${origin}/auth/development`, {
    method: "POST",
    redirect: "manual",
    headers: { origin },
    body: new URLSearchParams({ person: "ines.valverde@hollisgrey.example", to: "/" }),
  });
  const [name, value] = answer.headers.get("set-cookie")?.split(";")[0]?.split("=") ?? [];
  if (name === undefined || value === undefined) throw new Error(`No session: ${answer.status}`);
  return { name, value };
}
