import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { accountQuery } from "@/api/accounts/queries";
import { peopleSeen } from "@/components/people-seen";
import { sections } from "@/frame/sections";
import { resolveLookup } from "@/domain/lookup-target";
import { readPasted } from "@/domain/pasted/read-pasted";
import { type Destination, destinationLabel, linkTo } from "@/features/lookup/destination";
import { arrive, lookUp, underWay } from "@/features/lookup/look-up";
import { Palette } from "@/features/palette/palette";
import type { PaletteProps } from "@/features/palette/palette-loader";
import type { PaletteItem } from "@/features/palette/palette-items";
import type { Finder, Hit } from "@/features/palette/use-search";
import { displayValue } from "@/lib/display-text";

/** The command palette, with what it finds by the lookup and where it can lead. */
export function DeskPalette(props: PaletteProps) {
  const router = useRouter();
  const queryClient = useQueryClient();

  /** What had the focus before belongs to the page that is left. */
  const leave = (go: () => void) => {
    document.getElementById("main")?.focus({ preventScroll: true });
    go();
  };
  const openPerson = (accountId: string) => void router.navigate({ to: "/accounts/$accountId", params: { accountId } });
  const hitOf = (destination: Destination): Hit => ({
    id: "id" in destination ? destination.id : destination.page,
    label: destinationLabel(destination),
    open: () => leave(() => void router.navigate(linkTo(destination))),
  });

  const finder: Finder = {
    read: readPasted,
    isTarget: (text) => !["empty", "reference", "unsent"].includes(resolveLookup(text).kind),
    find: async (question, signal) => {
      const outcome = await underWay(queryClient, () => lookUp({ ...question, here: window.location.href }, signal));
      switch (outcome.kind) {
        case "go":
          return {
            title: "Found",
            hits: [{ ...hitOf(outcome.destination), open: () => leave(() => void arrive(router, queryClient, outcome)) }],
          };
        case "address":
          return {
            title: "Found",
            hits: [{ id: "address", label: "A page of this desk", open: () => leave(() => router.history.push(outcome.path)) }],
          };
        case "several":
          return { title: outcome.title, hits: outcome.destinations.map(hitOf) };
        case "nothing": {
          const { title, sentence, next } = outcome;
          return { title, sentence, hits: [], next: next && { label: next.label, question: next } };
        }
      }
    },
  };

  const pages = [...sections, { to: "/inquiries/new", label: "New inquiry" }] as const;
  const screens = pages.map(({ to, label }): PaletteItem => {
    return { id: to, group: "Go to", label, run: () => leave(() => void router.navigate({ to })) };
  });
  const people = peopleSeen().map((id): PaletteItem => {
    // what this tab knows of them already: nothing is asked for
    const known = queryClient.getQueryData(accountQuery(id).queryKey)?.account.referenceId;
    return {
      id,
      group: "Recently viewed",
      label: displayValue(known, "Person", 60),
      detail: id,
      run: () => leave(() => openPerson(id)),
    };
  });
  return <Palette {...props} finder={finder} places={[...screens, ...people]} />;
}
