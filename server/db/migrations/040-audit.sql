-- The audit log: one chain of entries, each sealed by a hash over itself and the one before.
-- `content` is the very text that was hashed; `json` keeps it to the letter where `jsonb` would not.
-- What lists are filtered by is generated out of it, so it cannot be told otherwise than it was hashed.
create table audit_entries (
  position bigint primary key check (position > 0),
  content json not null,
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  at text collate "C" generated always as (content ->> 'at') stored,
  action text generated always as (content ->> 'action') stored,
  outcome text generated always as (content ->> 'outcome') stored,
  actor_id text generated always as (content -> 'actor' ->> 'id') stored,
  subject_id text generated always as (content -> 'subject' ->> 'id') stored,
  intent text generated always as (content ->> 'intent') stored unique
);

create index audit_entries_by_time on audit_entries (at);
create index audit_entries_by_action on audit_entries (action, position desc);
create index audit_entries_by_actor on audit_entries (actor_id, position desc);
create index audit_entries_by_subject on audit_entries (subject_id, position desc);

-- The application's role lacks the right; this stops everybody else, the owner included, from doing it by mistake.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_audit_change();

grant select, insert on audit_entries to inquiry_desk_app;
