-- Until when the inquiry of a link is open, as it was told last: a link works no longer than that. And when the link was first opened, as
-- far as was heard of it, and whether that looks like a program that reads mail.
alter table issued_links
  add column inquiry_ends_at timestamptz,
  add column opened_at timestamptz,
  add column opened_like_scanner boolean not null default false;
drop index issued_links_standing_by_end;
create index issued_links_standing_by_end on issued_links ((coalesce(least(expires_at, inquiry_ends_at), 'infinity'::timestamptz)))
  where superseded_at is null and (opened_at is null or kind <> 'one-time-link');
create index issued_links_opened on issued_links (sequence desc)
  where superseded_at is null and opened_at is not null and kind = 'one-time-link';
grant update (inquiry_ends_at, opened_at, opened_like_scanner) on issued_links to inquiry_desk_app;
