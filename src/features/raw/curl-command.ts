import type { ApiCall } from "@/api/api-call";

const personaApi = "https://api.withpersona.com/api/v1";

/**
 * The call as a command for a shell, asking Persona itself. The key stays a variable: it is never in the page.
 * @param version of Persona's API, the one the server asks for
 */
export function curlCommand({ method, path }: Pick<ApiCall, "method" | "path">, version: string): string {
  const headers = ["Authorization: Bearer $PERSONA_API_KEY", `Persona-Version: ${version}`, "Key-Inflection: camel"];
  const parts = [
    // Without --globoff curl takes the brackets of filter[…] for a pattern.
    `curl --globoff --request ${method} ${singleQuoted(personaApi + path)}`,
    // Double quotes, so that the shell puts the key in.
    ...headers.map((header) => `  --header "${header}"`),
  ];
  return parts.join(" \\\n");
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
