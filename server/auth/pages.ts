import { roleLabel } from "@/domain/viewer";
import type { DevelopmentPerson } from "./development-people";
import { html, page } from "./html";

/** Where "try again" leads: the sign-in, and from there to the page that was wanted. */
const signInPath = (returnTo: string) => `/auth/sign-in?to=${encodeURIComponent(returnTo)}`;

/** Something went wrong: what, what to do, and a way on. @param returnTo checked by `returnPath` */
export function errorPage(title: string, details: readonly string[], returnTo: string, requestId: string): string {
  return page(
    title,
    html`${details.map((line) => html`<p>${line}</p>`)}
      <p><a class="button" href="${signInPath(returnTo)}">Try again</a></p>
      <p class="faint">Request <code>${requestId}</code></p>`,
  );
}

/** The sign-in worked, but nothing says what the person may do here. */
export function noRolePage(who: { name: string; emailAddress: string; claim: string }, returnTo: string, requestId: string): string {
  return page(
    "You have no role here",
    html`<p>
        You are signed in as <strong>${who.name}</strong>${who.emailAddress === "" ? "" : ` (${who.emailAddress})`}, but your account has no
        role in Inquiry Desk.
      </p>
      <p>Ask an administrator to add your account to one of the groups that Inquiry Desk knows, and tell them this:</p>
      <dl>
        <dt>Claim</dt>
        <dd><code>${who.claim}</code> holds no value that OIDC_ROLES names</dd>
        <dt>Request</dt>
        <dd><code>${requestId}</code></dd>
      </dl>
      <p><a class="button" href="${signInPath(returnTo)}">Try again</a></p>`,
  );
}

export function signedOutPage(): string {
  return page(
    "You are signed out",
    html`<p>Your session has ended.</p>
      <p><a class="button" href="/auth/sign-in">Sign in again</a></p>`,
  );
}

/** Lets anybody in as one of `people`; the configuration keeps it away from real keys and real addresses. */
export function developmentPage(people: readonly DevelopmentPerson[], returnTo: string): string {
  return page(
    "Sign in as",
    html`<p>Development sign-in: no password, made-up people, one for each role.</p>
      <ul class="people">
        ${people.map(
          ({ name, emailAddress, role }) =>
            html`<li>
              <form method="post" action="/auth/development">
                <input type="hidden" name="person" value="${emailAddress}" />
                <input type="hidden" name="to" value="${returnTo}" />
                <button type="submit">
                  <span class="name">${name}</span>
                  <span class="role">${roleLabel({ role })}</span>
                  <span class="faint">${emailAddress}</span>
                </button>
              </form>
            </li>`,
        )}
      </ul>`,
  );
}
