-- A write is `intended` until it is about to leave: what was never sent is never sent later. An outcome that nobody knows is looked into
-- until it is known, and the log is told as a correction.
alter table persona_writes
  drop constraint persona_writes_state_check,
  drop constraint persona_writes_check,
  add column outcome text check (outcome in ('done', 'refused', 'failed', 'unknown')),
  add column entries integer not null default 0,
  add column taken_in boolean not null default false,
  add column told_at timestamptz;

comment on column persona_writes.outcome is 'What the audit log says of it last; null before its first entry.';
comment on column persona_writes.entries is 'How many entries the audit log has of it.';
comment on column persona_writes.taken_in is 'Whether what a good answer holds (links, the state of the inquiry) is written down.';

comment on column persona_writes.told_at is 'When Persona''s webhooks told of what was meant.';

-- Their bodies are gone, so nobody looks into them any more; the same intent may.
update persona_writes set
  entries = 1,
  outcome = case when state = 'answered' and answer_status < 400 then 'done' when state = 'answered' and answer_status < 500 then 'refused' else 'unknown' end,
  taken_in = state = 'answered' and answer_status < 400,
  state = 'answered'
where state <> 'sending';

alter table persona_writes
  add constraint persona_writes_state_check check (state in ('intended', 'sending', 'unknown', 'answered')),
  -- personal data is kept while it may have to be sent again
  add constraint persona_writes_body_check check (state <> 'answered' or (body is null and reason is null));

drop index persona_writes_sending;
create index persona_writes_due on persona_writes (lease_until) where state <> 'answered';
