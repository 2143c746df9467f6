-- What is out of the review queue for a while: snoozed for everybody, or skipped by somebody for themselves. One snooze an inquiry, one skip a
-- person. Whether it is still in force is told by comparing it with the inquiry's state, so nobody has to end it.
create table postponements (
  inquiry_id text not null,
  -- Whom a skip is for; empty for a snooze.
  only_for text not null,
  by_id text not null,
  by_name text not null,
  by_email_address text not null,
  postponed_at timestamptz not null,
  until timestamptz,
  until_user_acts boolean not null,
  reason text not null,
  -- The inquiry as it was then.
  status text not null,
  -- Persona's `updated-at` then, or that of what this desk has written since: what is later, somebody else did.
  known_updated_at timestamptz not null,
  primary key (inquiry_id, only_for),
  check (until is not null or until_user_acts)
);
comment on column postponements.reason is 'Personal, perhaps: deleted when the inquiry is redacted.';
create index postponements_until on postponements (coalesce(until, 'infinity'));
create index postponements_postponed_at on postponements (postponed_at);
grant select, insert, update, delete on postponements to inquiry_desk_app;

-- What this desk writes to an inquiry is no act of its user. A snooze that waits for one is over, though, where the user had acted before.
create function follow_own_write() returns trigger language plpgsql as $$
begin
  if old.source <> 'write' and new.persona_updated_at > old.persona_updated_at then
    delete from desk.postponements
    where inquiry_id = new.inquiry_id and until_user_acts and known_updated_at < old.persona_updated_at;
  end if;
  update desk.postponements set known_updated_at = new.persona_updated_at
  where inquiry_id = new.inquiry_id and known_updated_at < new.persona_updated_at;
  return null;
end $$;
create trigger follow_own_write after update on inquiry_states for each row
  when (new.source = 'write' and (old.source, old.persona_updated_at) is distinct from (new.source, new.persona_updated_at))
  execute function follow_own_write();
