-- Which reports of an inquiry have a match, each as of when it was told: a report that comes without its inquiry and has none any more, since it
-- was dismissed or cleared by review, says nothing of the others. { "<report ID>": { "at": <ms>, "match": true } }
alter table inquiry_states add column report_matches jsonb;
-- Of what was told before, nobody knows which report it was: whoever tells all of them next replaces it.
update inquiry_states
set report_matches = jsonb_build_object('unnamed', jsonb_build_object('at', floor(extract(epoch from match_told_at) * 1000), 'match', true))
where has_match and match_told_at is not null;
alter table inquiry_states drop column has_match;
alter table inquiry_states add column has_match boolean generated always as (
  case when jsonb_path_exists(report_matches, '$.*.match ? (@ == true)') then true when match_told_at is not null then false end
) stored;
comment on column inquiry_states.match_told_at is 'When all reports of the inquiry were told last.';
comment on column inquiry_states.has_match is 'Whether a report has a match; null where not all of them were told, and of the others none has.';
create index inquiry_states_match on inquiry_states (created_at, inquiry_id collate "C") where has_match;

-- Of each report what was told last, in whatever order it came.
create function newer_matches(known jsonb, told jsonb) returns jsonb language sql immutable as $$
  select jsonb_object_agg(report_id, match) from (
    select distinct on (report_id) report_id, match
    from (select * from jsonb_each(known) union all select * from jsonb_each(told)) as telling (report_id, match)
    order by report_id, (match ->> 'at')::bigint desc, (match ->> 'match')::boolean desc
  ) as latest
$$;
