/**
 * SQL: whether a row `postponed` of `postponements` still is in force for its inquiry, a row `inquiry` of `inquiry_states`. It ends at its time,
 * with another status, with the redaction, and, where it waits for the user, with whatever was not written from this desk.
 * @param now SQL: the moment
 */
export const isInForce = (postponed: string, inquiry: string, now: string): string =>
  `coalesce(${postponed}.until, 'infinity') > ${now} and ${postponed}.status = ${inquiry}.status and not ${inquiry}.redacted
   and (not ${postponed}.until_user_acts or ${inquiry}.persona_updated_at <= ${postponed}.known_updated_at)`;

/** SQL: IDs of inquiries that are snoozed, or, where `onlyFor` is given, skipped by that person. @param now SQL @param onlyFor SQL */
export const postponedIds = (now: string, onlyFor?: string): string =>
  `select inquiry_id from postponements join inquiry_states using (inquiry_id)
   where only_for in ('' ${onlyFor === undefined ? "" : `, ${onlyFor}`}) and ${isInForce("postponements", "inquiry_states", now)}`;
