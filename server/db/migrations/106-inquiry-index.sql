-- What the index of inquiries lists, filters and sorts by: facts without personal data. Reads that ask for a few attributes tell a part of
-- them, so each group of facts remembers as of when it was told, by the same rule as the state itself.
alter table inquiry_states
  add column redacted_at timestamptz,
  add column session_count integer,
  -- The times of an inquiry, and since when it has had the status that it had then.
  add column times_updated_at timestamptz,
  add column times_source text,
  add column times_told_at timestamptz,
  add column times_status text,
  add column times_status_since timestamptz,
  add column started_at timestamptz,
  add column completed_at timestamptz,
  add column failed_at timestamptz,
  add column marked_for_review_at timestamptz,
  add column decisioned_at timestamptz,
  add column expired_at timestamptz,
  -- The rest.
  add column details_updated_at timestamptz,
  add column details_source text,
  add column details_told_at timestamptz,
  add column inquiry_template_version_id text,
  add column expires_at timestamptz,
  add column reviewer_type text,
  add column tags text[],
  add column has_note boolean,
  add column previous_step_name text,
  add column next_step_name text,
  -- What checks and reports came to; known once somebody opened the inquiry.
  add column checks_told_at timestamptz,
  add column checks_passed integer,
  add column checks_failed integer,
  add column checks_not_applicable integer,
  add column match_told_at timestamptz,
  add column has_match boolean;
update inquiry_states set times_updated_at = persona_updated_at, times_source = source, times_told_at = told_at, times_status = status,
  times_status_since = status_since
where status_since is not null;
alter table inquiry_states drop column status_since;
alter table inquiry_states add column status_since timestamptz
  generated always as (case when times_status = status then times_status_since end) stored;
comment on column inquiry_states.tags is 'Free text, perhaps personal: emptied when the inquiry is redacted.';
comment on column inquiry_states.has_match is 'Whether a report has a match.';

-- One for each order of the list. By ID where times are the same, byte by byte, so that a page can begin behind any row.
create index inquiry_states_by_created on inquiry_states (created_at, inquiry_id collate "C");
create index inquiry_states_by_updated on inquiry_states (persona_updated_at, inquiry_id collate "C");
create index inquiry_states_by_started on inquiry_states (started_at, inquiry_id collate "C");
create index inquiry_states_by_completed on inquiry_states (completed_at, inquiry_id collate "C");
create index inquiry_states_by_failed on inquiry_states (failed_at, inquiry_id collate "C");
create index inquiry_states_by_marked on inquiry_states (marked_for_review_at, inquiry_id collate "C");
create index inquiry_states_by_decisioned on inquiry_states (decisioned_at, inquiry_id collate "C");
create index inquiry_states_by_expired on inquiry_states (expired_at, inquiry_id collate "C");
create index inquiry_states_by_expires on inquiry_states (expires_at, inquiry_id collate "C");
create index inquiry_states_by_status_since on inquiry_states (status_since, inquiry_id collate "C");
create index inquiry_states_by_status on inquiry_states (status collate "C", inquiry_id collate "C");
create index inquiry_states_by_template on inquiry_states (inquiry_template_id collate "C", inquiry_id collate "C");
create index inquiry_states_by_reference on inquiry_states (reference_key collate "C", inquiry_id collate "C");
create index inquiry_states_by_account on inquiry_states (account_id collate "C", inquiry_id collate "C");
-- What is asked for most, in the orders it is asked for in, and what is rare.
create index inquiry_states_of_status_by_created on inquiry_states (status, created_at, inquiry_id collate "C");
create index inquiry_states_of_status_by_updated on inquiry_states (status, persona_updated_at, inquiry_id collate "C");
create index inquiry_states_of_status_by_since on inquiry_states (status, status_since, inquiry_id collate "C");
create index inquiry_states_of_status_by_expires on inquiry_states (status, expires_at, inquiry_id collate "C");
create index inquiry_states_of_template_by_created on inquiry_states (inquiry_template_id, created_at, inquiry_id collate "C");
create index inquiry_states_of_version on inquiry_states (inquiry_template_version_id) where inquiry_template_version_id is not null;
create index inquiry_states_tags on inquiry_states using gin (tags) where tags <> '{}';
create index inquiry_states_match on inquiry_states (created_at, inquiry_id collate "C") where has_match;

-- How many there are, by status and template: what whoever changes rows changes in these numbers, as a row of its own, so that nobody waits
-- for anybody; their sum is exact at any moment. Summed up now and then, so that they stay few.
create table inquiry_tally (
  status text not null,
  inquiry_template_id text,
  change bigint not null
);
insert into inquiry_tally select status, inquiry_template_id, count(*) from inquiry_states group by 1, 2;

create function tally_new_inquiries() returns trigger language plpgsql as $$
begin
  insert into desk.inquiry_tally select status, inquiry_template_id, count(*) from new_rows group by 1, 2;
  return null;
end $$;
create function tally_old_inquiries() returns trigger language plpgsql as $$
begin
  insert into desk.inquiry_tally select status, inquiry_template_id, -count(*) from old_rows group by 1, 2;
  return null;
end $$;
create function tally_changed_inquiries() returns trigger language plpgsql as $$
begin
  insert into desk.inquiry_tally
  select status, inquiry_template_id, sum(change) from (
    select status, inquiry_template_id, 1 as change from new_rows
    union all select status, inquiry_template_id, -1 from old_rows
  ) as told group by 1, 2 having sum(change) <> 0;
  return null;
end $$;
create trigger tally_inserted after insert on inquiry_states
  referencing new table as new_rows for each statement execute function tally_new_inquiries();
create trigger tally_updated after update on inquiry_states
  referencing old table as old_rows new table as new_rows for each statement execute function tally_changed_inquiries();
create trigger tally_deleted after delete on inquiry_states
  referencing old table as old_rows for each statement execute function tally_old_inquiries();

grant select, insert, delete on inquiry_tally to inquiry_desk_app;

-- Decisions that lists of inquiries are filtered by.
alter table decisions add column reason_ids jsonb generated always as (jsonb_path_query_array(reasons::jsonb, '$[*].id')) stored;
create index decisions_confirmed_by on decisions (by_id, inquiry_id) where state = 'confirmed';
create index decisions_confirmed_reasons on decisions using gin (reason_ids) where state = 'confirmed';
