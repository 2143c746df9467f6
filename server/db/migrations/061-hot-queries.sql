-- What lists and clean-ups ask for, so that none of them reads a table as a whole.

create index audit_entries_by_outcome on audit_entries (outcome, position desc);
-- everything but that somebody opened something, which is most of the log
create index audit_entries_without_openings on audit_entries (position desc)
  where action not in ('retrieve-an-inquiry', 'retrieve-an-account');

create index issued_links_superseded on issued_links (sequence desc) where superseded_at is not null;
create index issued_links_standing on issued_links (sequence desc) where superseded_at is null;
create index issued_links_standing_by_end on issued_links ((coalesce(expires_at, 'infinity'::timestamptz))) where superseded_at is null;

create index call_counts_by_minute on call_counts (minute);
