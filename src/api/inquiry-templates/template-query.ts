/** Which templates are asked for. Apart from the query, so that the build can begin the same call before any script has run. */
export const templateQuery = { page: { size: 100 } };
