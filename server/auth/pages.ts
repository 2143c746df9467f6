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

/** Another site led here: nobody is signed in without wanting to be. @param returnTo checked by `returnPath` */
export function askPage(returnTo: string): string {
  return page(
    "Sign in?",
    html`<p>Another site led you here. If you want to sign in, go on.</p>
      <p><a class="button" href="${signInPath(returnTo)}">Sign in</a></p>`,
  );
}

/** The sign-in worked, but nothing says what the person may do here. @param wrong what is wrong, and what to do about it */
export function noRolePage(
  who: { name: string; emailAddress: string },
  wrong: { what: string; nearMisses: readonly string[]; wayOut: string },
  returnTo: string,
  requestId: string,
): string {
  return page(
    "You have no role here",
    html`<p>
        You are signed in as <strong>${who.name}</strong>${who.emailAddress === "" ? "" : ` (${who.emailAddress})`}, but your account has no
        role in Inquiry Desk.
      </p>
      <p>Tell an administrator this:</p>
      <dl>
        <dt>What is wrong</dt>
        <dd>${wrong.what}</dd>
        ${wrong.nearMisses.map((line) => html`<dd>${line}</dd>`)}
        <dt>What helps</dt>
        <dd>${wrong.wayOut}</dd>
        <dt>Request</dt>
        <dd><code>${requestId}</code></dd>
      </dl>
      <p><a class="button" href="${signInPath(returnTo)}">Try again</a></p>`,
  );
}

/** Where people end up after signing out, when the identity provider has no page for that. */
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
