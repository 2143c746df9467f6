-- Second looks: somebody proposes a decision, and somebody else says what they would decide before they are shown it. One that is open takes the
-- inquiry out of the review queue, and nobody decides on it but who answers. It lapses with another status.
create table second_looks (
  sequence bigint generated always as identity primary key,
  id text not null unique,
  inquiry_id text not null,
  by json not null,
  by_id text generated always as (by ->> 'id') stored,
  asked_at timestamptz not null,
  action text not null check (action in ('approve', 'decline')),
  reasons json not null,
  comment text,
  note text,
  -- The inquiry as it was then.
  status text not null,
  state text not null check (state in ('open', 'agreed', 'differed', 'taken-back', 'lapsed')),
  answer_action text check (answer_action in ('approve', 'decline')),
  answer_reasons json,
  answer_comment text,
  answer_by json,
  answered_at timestamptz,
  -- Of the decision that it became.
  decision_id text unique,
  changed_at timestamptz not null,
  -- Nobody is their own second person.
  check (answer_by is null or answer_by ->> 'id' <> by ->> 'id'),
  check (state not in ('agreed', 'differed') or (answer_action is not null and answer_by is not null and answered_at is not null)),
  check ((state = 'agreed') = (decision_id is not null))
);
comment on column second_looks.comment is 'Personal, perhaps: erased when the inquiry is redacted.';
comment on column second_looks.note is 'Personal, perhaps: erased when the inquiry is redacted.';
comment on column second_looks.answer_comment is 'Personal, perhaps: erased when the inquiry is redacted.';
create unique index second_looks_one_open on second_looks (inquiry_id) where state = 'open';
create index second_looks_open on second_looks (sequence) where state = 'open';
create index second_looks_by_inquiry on second_looks (inquiry_id, sequence desc);
create index second_looks_by_person on second_looks (by_id, sequence desc);
create index second_looks_by_state on second_looks (state, sequence desc);
create index second_looks_answered on second_looks (answered_at) where answered_at is not null;
create index second_looks_by_change on second_looks (changed_at);

-- For good: an inquiry that has the same status once more is another case.
create function lapse_second_looks() returns trigger language plpgsql as $$
begin
  update desk.second_looks set state = 'lapsed', changed_at = now() where inquiry_id = new.inquiry_id and state = 'open' and status <> new.status;
  return null;
end $$;
create trigger lapse_second_looks after update on inquiry_states for each row
  when (new.status <> old.status) execute function lapse_second_looks();
grant select, insert, update, delete on second_looks to inquiry_desk_app;
