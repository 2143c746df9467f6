import { linkOptions } from "@tanstack/react-router";
import type { Owners } from "@/api/owners";
import { peopleNamed } from "@/components/people-link";

/** A page of the desk that a lookup can lead to. */
export type Destination =
  | { readonly page: "inquiry"; readonly id: string }
  | { readonly page: "person"; readonly id: string }
  | { readonly page: "people"; readonly referenceIds: readonly string[]; readonly leftOut?: string | undefined }
  | { readonly page: "inquiries"; readonly referenceId: string }
  | { readonly page: "template"; readonly id: string };

/** What `Link` and `navigate` take. */
export function linkTo(destination: Destination) {
  switch (destination.page) {
    case "inquiry":
      return linkOptions({ to: "/inquiries/$inquiryId", params: { inquiryId: destination.id } });
    case "person":
      return linkOptions({ to: "/accounts/$accountId", params: { accountId: destination.id } });
    case "people":
      return linkOptions({ to: "/accounts", ...peopleNamed(destination.referenceIds, destination.leftOut) });
    case "inquiries":
      return linkOptions({ to: "/inquiries", search: { reference: destination.referenceId } });
    case "template":
      return linkOptions({ to: "/inquiries", search: { template: destination.id } });
  }
}

/** The same for the access doctor, whose answer is about one inquiry or person. */
export function doctorTo(destination: Destination) {
  if (destination.page !== "inquiry" && destination.page !== "person") return linkTo(destination);
  return linkOptions({ to: "/doctor", search: { of: destination.id } });
}

/** "Person", "Inquiry": what stands before the id in a list of several. */
export const destinationLabel = (destination: Destination): string =>
  ({ inquiry: "Inquiry", person: "Person", people: "People", inquiries: "Inquiries", template: "Inquiries of template" })[destination.page];

/** One page per owner, people first. */
export const destinationsOf = ({ accountIds, inquiryIds }: Owners): Destination[] => [
  ...accountIds.map((id) => ({ page: "person", id }) as const),
  ...inquiryIds.map((id) => ({ page: "inquiry", id }) as const),
];
