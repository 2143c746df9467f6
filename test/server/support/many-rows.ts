/** How many rows each of the tables is given that grow with use. */
export const tableSize = 100_000;

const hour = "interval '1 hour'";
/** In the place of a hash. */
const hex = (of: string) => `lpad(to_hex(${of}), 64, '0')`;

/**
 * Fills every table that grows, one statement each; to be run as a superuser. Rows end at `now()`. In each some rare kind of row is among
 * the oldest alone, so that a list of it which begins at the newest row would read them all.
 */
export const manyRows: Readonly<Record<string, string>> = {
  audit_entries: `
    insert into audit_entries (position, content, previous_hash, hash)
    select n, json_build_object(
      'position', n, 'id', 'aud_' || n, 'at', to_char((now() - (${tableSize} - n) * interval '1 minute') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'action', case when n < 50 then 'export' when n % 3 = 0 then 'approve-an-inquiry' when n % 3 = 1 then 'sign-in' else 'retrieve-an-inquiry' end,
      'outcome', case when n < 50 then 'failed' when n % 20 = 0 then 'refused' else 'done' end,
      'actor', json_build_object('type', 'person', 'id', case when n < 50 then 'user-early' else 'user-' || n % 40 end, 'name', 'Somebody'),
      'subject', json_build_object('type', 'inquiry', 'id', 'inq_' || n % 20000),
      'statusBefore', null, 'statusAfter', null, 'reason', null, 'requestId', null, 'personaRequestId', null, 'details', json_build_object()),
      ${hex("n - 1")}, ${hex("n")}
    from generate_series(1, ${tableSize}) as n`,
  audit_texts: `
    insert into audit_texts (position, field, text, salt, reference_key)
    select n, 'referenceId', 'Cus-' || n, 'salt', 'cus-' || n from generate_series(1, ${tableSize}) as n`,
  issued_links: `
    insert into issued_links (id, kind, inquiry_id, issued_by, issued_at, expires_at, superseded_at, secret_hashes)
    select 'lnk_' || n, 'one-time-link', 'inq_' || n % 20000, json_build_object('type', 'person', 'id', 'user-' || n % 40, 'name', 'Somebody'),
      now(), case when n < 50 then now() + ${hour} else now() - ${hour} end, case when n % 2 = 0 and n < 100 then now() end, array[md5(n::text)]
    from generate_series(1, ${tableSize}) as n`,
  claims: `
    insert into claims (inquiry_id, holding, user_id, user_name, user_email_address, claimed_at, expires_at)
    select 'inq_' || n, n::text, 'user-' || n % 40, 'Somebody', '', now() - ${hour}, case when n <= 50 then now() + ${hour} else now() - ${hour} / 2 end
    from generate_series(1, ${tableSize}) as n`,
  // few are in force: most have run out
  postponements: `
    insert into postponements (inquiry_id, only_for, by_id, by_name, by_email_address, postponed_at, until, until_user_acts, reason, status, known_updated_at)
    select 'inq_' || n, case when n % 2 = 0 then 'user-' || n % 40 else '' end, 'user-' || n % 40, 'Somebody', '', now() - ${hour} - n * interval '1 second',
      case when n <= 50 then now() + ${hour} else now() - ${hour} / 2 end, false, 'r', 'needs_review', now()
    from generate_series(1, ${tableSize}) as n`,
  // few are open: most were answered long ago
  second_looks: `
    insert into second_looks (id, inquiry_id, by, asked_at, action, reasons, status, state, answer_action, answer_reasons, answer_by, answered_at,
      decision_id, changed_at)
    select 'look_' || n, 'inq_' || n, json_build_object('type', 'person', 'id', 'user-' || n % 40, 'name', 'Somebody'), at, 'approve', '[]', 'needs_review',
      case when n <= 50 then 'open' else 'agreed' end, case when n > 50 then 'approve' end, case when n > 50 then '[]'::json end,
      case when n > 50 then json_build_object('type', 'person', 'id', 'lead', 'name', 'Somebody') end, case when n > 50 then at end,
      case when n > 50 then 'dec_look_' || n end, at
    from generate_series(1, ${tableSize}) as n, lateral (select now() - n * interval '1 hour' as at) as told`,
  pushes: `
    insert into pushes (at, change)
    select now(), json_build_object('type', 'inquiry', 'id', 'inq_' || n, 'related', json_build_array()) from generate_series(1, ${tableSize}) as n`,
  webhook_events: `
    insert into webhook_events (event_id, name, received_at)
    select 'evt_' || n, 'inquiry.created', now() from generate_series(1, ${tableSize}) as n`,
  // most are approved long ago, some wait, and a rare status, template, tag and match are among the oldest alone
  inquiry_states: `
    insert into inquiry_states (inquiry_id, reference_id, reference_key, account_id, inquiry_template_id, inquiry_template_version_id, status,
      redacted, created_at, persona_updated_at, source, told_at, observed_at, times_updated_at, times_status, times_status_since, started_at,
      completed_at, failed_at, marked_for_review_at, decisioned_at, expired_at, details_updated_at, expires_at, tags, has_note, match_told_at,
      report_matches)
    select 'inq_' || n, 'Cus-' || n / 2, 'cus-' || n / 2, 'act_' || n / 2, case when n < 50 then 'itmpl_rare' else 'itmpl_' || n % 4 end, 'itmplv_' || n % 40,
      status, n % 50 = 0, at, at, 'webhook', at, now() - ${hour}, at, status, at, at, at, case when status = 'failed' then at end,
      case when status = 'needs_review' then at end, case when status = 'approved' then at end, null, at,
      case when status = 'pending' then at + 24 * ${hour} end, case when n < 50 then array['rare'] when n % 10 = 0 then array['usual'] else '{}' end, false, at,
      jsonb_build_object('rep_' || n, jsonb_build_object('at', 1, 'match', n < 50))
    from generate_series(1, ${tableSize}) as n, lateral (select now() - (${tableSize} - n) * interval '10 minutes' as at,
      case when n < 50 then 'rare' when n % 100 = 1 then 'needs_review' when n % 10 = 2 then 'failed' when n % 10 = 3 then 'pending' else 'approved' end as status) as told`,
  // every tenth on one device, which stands in a branch
  inquiry_devices: `
    insert into inquiry_devices (inquiry_id, device_hash, last_seen_at)
    select 'inq_' || n, case when n % 10 = 0 then 'branch' else 'device-' || n / 3 end, now() - (n || ' seconds')::interval
    from generate_series(1, ${tableSize}) as n`,
  persona_writes: `
    insert into persona_writes (id, intent, actor, operation, path, query, fingerprint, idempotency_key, subject_type, subject_id, state,
      instance, lease_until, created_at)
    select gen_random_uuid(), 'intent-' || n, json_build_object('type', 'person', 'id', 'user-1', 'name', 'Somebody'), 'approveAnInquiry', '/', '',
      '', '', 'inquiry', 'inq_' || n % 20000, case when n < 20 then 'sending' else 'answered' end, gen_random_uuid(), now() - ${hour}, now() - ${hour}
    from generate_series(1, ${tableSize}) as n`,
  // a handful are open, and a handful came to a rare end, long ago
  decisions: `
    insert into decisions (id, intent, fingerprint, write_intent, inquiry_id, action, reasons, by, seen, state, is_open, hold_seconds,
      sends_at, lease_until, created_at, changed_at)
    select 'dec_' || n, 'd-' || n, 'f', 'w-' || n, case when n < 50 then 'inq_o' || n else 'inq_' || n % 20000 end, 'approve', '[]',
      json_build_object('type', 'person', 'id', 'user-' || n % 40, 'name', 'Somebody'), json_build_object('updatedAt', n::text),
      case when n < 25 then 'held' when n < 50 then 'sending' when n < 99 then 'stopped' else 'confirmed' end, n < 50, 5,
      now() - ${hour}, now() - ${hour}, now() - ${hour}, now() - ${hour}
    from generate_series(1, ${tableSize}) as n`,
  restorations: `
    insert into restorations (id, intent, fingerprint, inquiry_id, kind, by, state, is_open, lease_until, created_at, changed_at)
    select 'rst_' || n, 'r-' || n, 'f', case when n < 50 then 'inq_o' || n else 'inq_' || n % 20000 end, 'link',
      json_build_object('type', 'person', 'id', 'user-' || n % 40, 'name', 'Somebody'), case when n < 50 then 'linking' else 'done' end,
      n < 50, now() - ${hour}, now() - ${hour}, now() - ${hour}
    from generate_series(1, ${tableSize}) as n`,
  people: `
    insert into people (id, issuer, subject, name, email_address, role, first_sign_in_at, last_sign_in_at)
    select 'user-' || n, 'https://idp.example', n::text, 'Somebody', '', 'reviewer', now(), now() from generate_series(0, 999) as n`,
  sessions: `
    insert into sessions (id, secret_hash, person_id, role, created_at, last_active_at, idle_expires_at, absolute_expires_at)
    select 'session-' || n, ${hex("n")}, 'user-' || n % 1000, 'reviewer', now(), now(), now() + ${hour}, now() + ${hour}
    from generate_series(1, ${tableSize}) as n`,
  call_counts: `
    insert into call_counts (caller, minute, calls)
    select 'user-' || n, date_trunc('minute', now()) + interval '1 minute', 1 from generate_series(1, ${tableSize}) as n`,
  standing_reads: `
    insert into standing_reads (reference_hash, read_at) select ${hex("n")}, now() from generate_series(1, ${tableSize}) as n`,
};
