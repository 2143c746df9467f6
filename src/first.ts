/*
 * The first script of the page, of a few hundred bytes and without an import: it asks for what the page will need while the app is still on
 * its way. `takeFirstAnswer` hands the answers over to the very calls that would have been made, so nothing is asked for twice.
 */
const { everywhere, list, inquiry } = __FIRST_REQUESTS__;
const { pathname, search } = location;
const id = /^\/inquiries\/(inq_\w+)$/.exec(pathname)?.[1];
const paths = [everywhere];
if (pathname === "/inquiries" && search === "") paths.push(...list);
else if (id !== undefined) paths.push(inquiry.replace("{id}", id));

const answers = new Map<string, Promise<Response>>();
for (const path of paths) {
  const headers: Record<string, string> = { "Desk-Client": "web" };
  if (path.startsWith("/api/")) headers["Key-Inflection"] = "camel";
  const answer = fetch(path, { headers, credentials: "same-origin", cache: "no-store" });
  // the failure reaches the code that takes the answer
  answer.catch(() => undefined);
  answers.set(location.origin + path, answer);
}
window.firstAnswers = answers;
// by then nobody came for it, and it is old
setTimeout(() => answers.clear(), 10_000);

export {};
