import "./ui/apply-look";
import "./styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { createHashHistory, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { client } from "@/api/generated/persona/client.gen";
import { createQueryClient } from "@/api/query-client";
import { defaultPersonaVersion } from "@/domain/persona-version";
import { shortly } from "@/lib/shortly";
import { createAppRouter, waitsBeforePending } from "@/router";

/** The only place that knows there is a simulator. In a production build `__DEMO__` is false and none of it is bundled. */
async function start() {
  const queryClient = createQueryClient();
  const router = createAppRouter({ queryClient, ...(__DEMO__ ? await startDemo() : {}) });
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  // the frame that came with the page stays until there is a page to put in its place
  await shortly(router.load(), waitsBeforePending);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

async function startDemo() {
  const { startSimulator } = await import("@mocks/doors/browser");
  const simulator = await startSimulator();
  // there is no server that would add it
  client.setConfig({ headers: { "Persona-Version": defaultPersonaVersion } });
  return {
    // the demo's addresses stand behind a #, so that it can be hosted under any path without rewrite rules
    history: createHashHistory(),
    // nobody has to prove who they are
    signInAs: (role: string) => simulator.control("sign-in", { role }),
  };
}

void start();
