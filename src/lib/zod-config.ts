import { config } from "zod/mini";

// Keeps zod from probing `new Function`, which the page's content security policy forbids. Must be imported before any schema is made.
config({ jitless: true });
